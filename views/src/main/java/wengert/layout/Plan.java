package wengert.layout;

import java.util.ArrayList;
import java.util.List;

/// What is to be arranged in layers: items of some size, and wires from one to another. It knows no cards and no
/// groups, and speaks of *along* (the way that values flow) and *across*.
final class Plan {

    /// Something that takes room.
    ///
    /// @param along how far it reaches along
    /// @param across how far it reaches across
    /// @param body how far along wires leave it; what lies behind is kept free
    /// @param free whether wires may enter it in any order
    record Item(double along, double across, double body, Place place, boolean free) {

        Item(double along, double across, double body, Place place) {
            this(along, across, body, place, false);
        }
    }

    /// Where an item may stand.
    enum Place {
        /// In the very first layer: where something comes in over the border.
        FIRST,
        ANYWHERE,
        /// In the very last layer: where something goes out.
        LAST
    }

    /// Leads from one item to another.
    ///
    /// @param exit where it leaves the one, measured across from its beginning
    /// @param entry where it enters the other
    /// @param room how wide the gap should be that it crosses, if it crosses only one
    record Wire(int from, double exit, int to, double entry, double room) {

        Wire(int from, double exit, int to, double entry) {
            this(from, exit, to, entry, 0);
        }
    }

    /// Two items that had better begin level across.
    record Level(int a, int b, int weight) {}

    private final List<Item> items = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private int title = -1;

    int add(Item item) {
        items.add(item);
        return items.size() - 1;
    }

    int add(Wire wire) {
        wires.add(wire);
        return wires.size() - 1;
    }

    void add(Level level) {
        levels.add(level);
    }

    /// Keeps room in the very first layer, before everything else there, for a title that wires are not to run through.
    void keepForTitle(double across) {
        title = add(new Item(0, across, 0, Place.FIRST));
    }

    /// The item that stands for the title; -1 if no room is to be kept for one.
    int title() {
        return title;
    }

    List<Level> levels() {
        return levels;
    }

    List<Item> items() {
        return items;
    }

    List<Wire> wires() {
        return wires;
    }
}
