package wengert.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An array of three and more dimensions as the matrices it is made of, side by side, each with its place above it.
///
/// @param places where each matrix is, beyond rows and columns: `, 2`
record Slices(List<String> places, List<NumberGrid> grids) implements Exhibit {

    private static final double BETWEEN = 12;
    private static final double CAPTION = 13;

    Slices {
        places = List.copyOf(places);
        grids = List.copyOf(grids);
    }

    private double width(int k) {
        return Math.max(grids.get(k).width(), Exhibit.smallWidth(caption(k)));
    }

    /// `[:, :, 2]`
    private String caption(int k) {
        return "[:, :" + places.get(k) + "]";
    }

    @Override
    public double width() {
        double width = BETWEEN * (grids.size() - 1);
        for (int k = 0; k < grids.size(); k++) {
            width += width(k);
        }
        return width;
    }

    @Override
    public double height() {
        return CAPTION + grids.getFirst().height();
    }

    @Override
    public @Nullable Spot at(double x, double y) {
        double left = 0;
        for (int k = 0; k < grids.size(); k++) {
            Spot in = grids.get(k).at(x - left, y - CAPTION);
            if (in != null) {
                return new Spot(in.place() + places.get(k), in.number(), 1);
            }
            left += width(k) + BETWEEN;
        }
        return null;
    }

    @Override
    public void paint(Ink ink, double x, double y, List<Mark> marks) {
        double left = x;
        for (int k = 0; k < grids.size(); k++) {
            marks.add(Exhibit.small(caption(k), left, y + 10, ink.theme().muted()));
            grids.get(k).paint(ink, left, y + CAPTION, marks);
            left += width(k) + BETWEEN;
        }
    }
}
