package wengert.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// At most 255 colours that stand for all of a film. One index is left over, for what shows through.
final class Palette {

    static final int TRANSPARENT = 255;

    private static final int MOST = 255;
    private static final int BITS = 5; // of each part, to look up the nearest colour

    private final int[] colours;
    private final Map<Integer, Byte> exact = new HashMap<>();
    private final byte[] nearest = new byte[1 << 3 * BITS];
    private final boolean[] known = new boolean[1 << 3 * BITS];

    private Palette(int[] colours) {
        this.colours = colours;
        for (int i = 0; i < colours.length; i++) {
            exact.put(colours[i], (byte) i);
        }
    }

    /// Each as red, green, blue.
    int[] colours() {
        return colours.clone();
    }

    /// A picture with each pixel's number in the palette.
    byte[] indices(int[] pixels) {
        byte[] indices = new byte[pixels.length];
        int last = -1;
        byte lastIndex = 0;
        for (int i = 0; i < pixels.length; i++) {
            int colour = pixels[i] & 0xffffff;
            if (colour != last) {
                last = colour;
                Byte same = exact.get(colour);
                lastIndex = same == null ? nearest(colour) : same;
            }
            indices[i] = lastIndex;
        }
        return indices;
    }

    private byte nearest(int colour) {
        int cell = cell(colour);
        if (!known[cell]) {
            int best = 0;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < colours.length; i++) {
                int distance = distance(colours[i], colour);
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
            nearest[cell] = (byte) best;
            known[cell] = true;
        }
        return nearest[cell];
    }

    private static int cell(int colour) {
        int drop = 8 - BITS;
        return (colour >> 16 + drop & 31) << 2 * BITS
                | (colour >> 8 + drop & 31) << BITS
                | colour >> drop & 31;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return 2 * red * red + 4 * green * green + 3 * blue * blue; // about as the eye weighs them
    }

    /// Counts colours, and chooses the palette by cutting the most crowded boxes of colours in half.
    static final class Counting {
        private final Map<Integer, Integer> counts = new HashMap<>();

        void add(int[] pixels) {
            int last = -1;
            int run = 0;
            for (int pixel : pixels) {
                int colour = pixel & 0xffffff;
                if (colour != last && run > 0) {
                    counts.merge(last, run, Integer::sum);
                    run = 0;
                }
                last = colour;
                run++;
            }
            counts.merge(last, run, Integer::sum);
        }

        Palette palette() {
            int[] all = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
            if (all.length <= MOST) {
                return new Palette(all);
            }
            var boxes = new ArrayList<Box>();
            boxes.add(box(all));
            while (boxes.size() < MOST) {
                Box widest = boxes.getFirst();
                for (Box box : boxes) {
                    widest = box.weight > widest.weight ? box : widest;
                }
                if (widest.colours.length < 2) {
                    break;
                }
                boxes.remove(widest);
                boxes.addAll(cut(widest));
            }
            return new Palette(
                    boxes.stream().mapToInt(this::commonest).sorted().distinct().toArray());
        }

        /// Colours that may become one; `weight` is how much would be lost by it.
        private static final class Box {
            private final int[] colours;
            private final int shift;
            private final double weight;

            Box(int[] colours, int shift, double weight) {
                this.colours = colours;
                this.shift = shift;
                this.weight = weight;
            }
        }

        private Box box(int[] colours) {
            int shift = 0;
            int widest = -1;
            long count = 0;
            for (int s = 0; s <= 16; s += 8) {
                int least = 255;
                int most = 0;
                for (int colour : colours) {
                    least = Math.min(least, colour >> s & 255);
                    most = Math.max(most, colour >> s & 255);
                }
                if (most - least > widest) {
                    widest = most - least;
                    shift = s;
                }
            }
            for (int colour : colours) {
                count += counts.getOrDefault(colour, 0);
            }
            return new Box(
                    colours, shift, colours.length < 2 ? 0 : widest * Math.sqrt((double) count));
        }

        private List<Box> cut(Box box) {
            int shift = box.shift;
            int[] ordered =
                    Arrays.stream(box.colours)
                            .boxed()
                            .sorted((a, b) -> {
                                int by = Integer.compare(a >> shift & 255, b >> shift & 255);
                                return by != 0 ? by : Integer.compare(a, b);
                            })
                            .mapToInt(Integer::intValue)
                            .toArray();
            int middle =
                    ((ordered[0] >> shift & 255) + (ordered[ordered.length - 1] >> shift & 255))
                            / 2;
            int at = 1;
            while (at < ordered.length - 1 && (ordered[at] >> shift & 255) <= middle) {
                at++;
            }
            return List.of(
                    box(Arrays.copyOfRange(ordered, 0, at)),
                    box(Arrays.copyOfRange(ordered, at, ordered.length)));
        }

        /// So that what is plain, such as the background, keeps its very colour.
        private int commonest(Box box) {
            int best = box.colours[0];
            for (int colour : box.colours) {
                best =
                        counts.getOrDefault(colour, 0) > counts.getOrDefault(best, 0)
                                ? colour
                                : best;
            }
            return best;
        }
    }
}
