package wengert.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Group;

/// A group, or the whole picture, and what is directly in it.
final class Box {

    /// Something that leads from a card to a card or to a stub.
    record Lead(int number, Card from, @Nullable Card to, Box home, Box target) {}

    final @Nullable Group group;
    final @Nullable Box outer;
    final int depth;
    final List<Box> inner = new ArrayList<>();
    final List<Card> cards = new ArrayList<>();
    final List<Stub> stubs = new ArrayList<>();

    /// What leads to it, from it, through its border or from one thing in it to another.
    final List<Lead> leads = new ArrayList<>();

    /// By what crosses its border: the item on the border that stands for it.
    final Map<Card, Integer> entries = new LinkedHashMap<>();

    final Map<Card, Integer> exits = new LinkedHashMap<>();

    /// Where it begins in the whole picture, along and across.
    double x;

    double y;

    /// How much room its border takes before and above what is in it.
    double before;

    double above;

    private final Map<Object, Integer> items = new HashMap<>();

    /// By lead: its wire in this plan.
    private final Map<Integer, Integer> wires = new HashMap<>();

    /// By lead: the way that it takes here, where that is not the one of its wire.
    private final Map<Integer, List<Point>> ways = new HashMap<>();

    private boolean staircase;
    private Plan plan = new Plan();
    private @Nullable Sheet sheet;

    Box(@Nullable Group group, @Nullable Box outer) {
        this.group = group;
        this.outer = outer;
        depth = outer == null ? 0 : outer.depth + 1;
    }

    /// Begins a plan of what is in it.
    void replan() {
        plan = new Plan();
        items.clear();
        wires.clear();
        entries.clear();
        exits.clear();
    }

    Plan plan() {
        return plan;
    }

    /// The plan as it has been arranged.
    Sheet sheet() {
        if (sheet == null) {
            throw new IllegalStateException("not arranged yet");
        }
        return sheet;
    }

    void arranged(Sheet arranged) {
        sheet = arranged;
        ways.clear();
        staircase = false;
    }

    /// What is in it stands on a [Staircase] from now on, and not in a row.
    void becomeStaircase() {
        staircase = true;
    }

    boolean isStaircase() {
        return staircase;
    }

    /// Forgets the ways that a staircase around it has led through it.
    void straighten() {
        if (!staircase) {
            ways.clear();
        }
    }

    /// Leads a lead another way.
    void lead(Lead lead, List<Point> way) {
        ways.put(lead.number, way);
    }

    /// The points that a lead passes in it.
    List<Point> way(Lead lead) {
        List<Point> way = ways.get(lead.number);
        return way == null ? sheet().wire(wire(lead)) : way;
    }

    void add(Object what, Plan.Item item) {
        items.put(what, plan.add(item));
    }

    /// The item that something in it is in its plan.
    int item(Object what) {
        Integer item = items.get(what);
        if (item == null) {
            throw new IllegalStateException(what + " is not in this group");
        }
        return item;
    }

    void lead(Lead lead, int wire) {
        wires.put(lead.number, wire);
    }

    int wire(Lead lead) {
        Integer wire = wires.get(lead.number);
        if (wire == null) {
            throw new IllegalStateException("lead " + lead.number + " does not come here");
        }
        return wire;
    }

    /// The item where a value comes in over the border.
    int entry(Card card) {
        return border(entries, card, Plan.Place.FIRST);
    }

    /// The item where a value goes out over the border.
    int exit(Card card) {
        return border(exits, card, Plan.Place.LAST);
    }

    private int border(Map<Card, Integer> known, Card card, Plan.Place place) {
        return known.computeIfAbsent(card, _ -> plan.add(new Plan.Item(0, 0, 0, place)));
    }

    /// How far down its side a value comes in.
    double entryPort(Card card) {
        return port(entries.get(card));
    }

    /// How far down its side a value goes out.
    double exitPort(Card card) {
        return port(exits.get(card));
    }

    private double port(@Nullable Integer item) {
        return item == null ? 0 : above + sheet().across(item);
    }

    boolean holds(Box other) {
        Box b = other;
        while (b.depth > depth && b.outer != null) {
            b = b.outer;
        }
        return b == this;
    }

    /// The box directly in it that holds another in it, or that other itself.
    Box towards(Box other) {
        Box b = other;
        while (b.depth > depth + 1 && b.outer != null) {
            b = b.outer;
        }
        return b;
    }
}
