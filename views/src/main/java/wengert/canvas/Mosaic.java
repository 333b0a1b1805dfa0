package wengert.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A picture in square tiles, as far as it has been painted.
///
/// @param whole whether every tile is there that was asked for
record Mosaic(Scenery scenery, Lens lens, Map<Spot, Bitmap> tiles, boolean whole) {

    /// The sides of a tile, in pixels.
    static final int SIDE = 512;

    /// The place of a tile: number 0 begins at the picture's origin.
    record Spot(int column, int row) {

        int left() {
            return column * SIDE;
        }

        int top() {
            return row * SIDE;
        }

        /// The spots that are seen through a lens.
        static List<Spot> seen(Lens lens) {
            return between(lens.left(), lens.top(), lens.right(), lens.bottom());
        }

        /// The spots that have a pixel in a rectangle.
        static List<Spot> between(int left, int top, int right, int bottom) {
            var spots = new ArrayList<Spot>();
            for (int row = Math.floorDiv(top, SIDE); row * SIDE < bottom; row++) {
                for (int column = Math.floorDiv(left, SIDE); column * SIDE < right; column++) {
                    spots.add(new Spot(column, row));
                }
            }
            return spots;
        }
    }

    Mosaic {
        tiles = Map.copyOf(tiles);
    }

    /// Whether all that is seen through a lens is here, pixel for pixel.
    boolean covers(Lens other) {
        return lens.fits(other) && tiles.keySet().containsAll(Spot.seen(other));
    }

    /// Shows it through a lens.
    void on(Bitmap window, Lens through) {
        if (lens.fits(through)) {
            for (Spot spot : Spot.seen(through)) {
                Bitmap tile = tiles.get(spot);
                if (tile != null) {
                    window.put(tile, spot.left() - through.left(), spot.top() - through.top());
                }
            }
            return;
        }
        double factor = through.scale() / lens.scale();
        double side = SIDE * factor;
        tiles.forEach((spot, tile) -> {
            double left = spot.column() * side - through.left();
            double top = spot.row() * side - through.top();
            double right = (spot.column() + 1) * side - through.left();
            double bottom = (spot.row() + 1) * side - through.top();
            window.stretch(tile, left, top, right, bottom);
        });
    }
}
