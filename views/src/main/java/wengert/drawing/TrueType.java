package wengert.drawing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A font file in the TrueType format: which signs it has, how wide they are, how they look.
///
/// Lengths are in em: 1 is the font's size. Outlines have their origin on the base line and y upwards.
/// What a layout engine would do beyond that (kerning, ligatures, shaping) is not done: labels are short,
/// and the same on every surface.
public final class TrueType {

    private static final int MOST_PARTS = 8; // of parts; real fonts nest two deep

    private final ByteBuffer file;
    private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();
    private final double unitsPerEm;
    private final int glyphs;
    private final int widths;
    private final boolean longOffsets;
    private final ByteBuffer characters;
    private final Map<Integer, Path> outlines = new HashMap<>();

    TrueType(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            var tag = new String(bytes, entry, 4, StandardCharsets.US_ASCII);
            tables.put(tag, file.slice(file.getInt(entry + 8), file.getInt(entry + 12)));
        }
        unitsPerEm = table("head").getShort(18);
        longOffsets = table("head").getShort(50) != 0;
        glyphs = unsigned(table("maxp"), 4);
        widths = unsigned(table("hhea"), 34);
        characters = characters(table("cmap"));
    }

    /// A table of the file, to be read and never written.
    public ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("no table " + tag + " in a font");
        }
        return table.duplicate();
    }

    /// Whether the file has a table of that name.
    public boolean has(String tag) {
        return tables.containsKey(tag);
    }

    /// How many glyphs there are.
    public int glyphs() {
        return glyphs;
    }

    /// The number of the glyph for a character; 0 where the font has none.
    public int glyph(int codePoint) {
        if (codePoint > 0xffff) {
            return 0;
        }
        int segments = unsigned(characters, 6) / 2;
        int low = 0;
        int high = segments - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (unsigned(characters, 14 + 2 * middle) < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int start = unsigned(characters, 16 + 2 * segments + 2 * low);
        int delta = unsigned(characters, 16 + 4 * segments + 2 * low);
        int rangeAt = 16 + 6 * segments + 2 * low;
        int range = unsigned(characters, rangeAt);
        if (codePoint < start) {
            return 0;
        }
        if (range == 0) {
            return codePoint + delta & 0xffff;
        }
        int glyph = unsigned(characters, rangeAt + range + 2 * (codePoint - start));
        return glyph == 0 ? 0 : glyph + delta & 0xffff;
    }

    /// How far a glyph moves what follows it.
    public double advance(int glyph) {
        return unsigned(table("hmtx"), 4 * Math.min(glyph, widths - 1)) / unitsPerEm;
    }

    /// Where a glyph's description lies in the table `glyf`: it starts at the offset of `glyph` and ends at that of
    /// `glyph + 1`.
    public int offset(int glyph) {
        ByteBuffer offsets = table("loca");
        return longOffsets ? offsets.getInt(4 * glyph) : 2 * unsigned(offsets, 2 * glyph);
    }

    /// How a glyph looks.
    public synchronized Path outline(int glyph) {
        return outlines.computeIfAbsent(
                glyph,
                g -> {
                    var path = new Path.Builder();
                    trace(g, new double[] {1 / unitsPerEm, 0, 0, 1 / unitsPerEm, 0, 0}, path, 0);
                    return path.path();
                });
    }

    /// @param m takes a point (x, y) of the glyph to (m0 x + m2 y + m4, m1 x + m3 y + m5)
    private void trace(int glyph, double[] m, Path.Builder path, int depth) {
        if (glyph >= glyphs || offset(glyph) == offset(glyph + 1) || depth > MOST_PARTS) {
            return;
        }
        ByteBuffer in = table("glyf").position(offset(glyph));
        int contours = in.getShort();
        in.position(in.position() + 8);
        if (contours >= 0) {
            contours(in, contours, m, path);
        } else {
            composite(in, m, path, depth);
        }
    }

    private static void contours(ByteBuffer in, int contours, double[] m, Path.Builder path) {
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = in.getShort() & 0xffff;
        }
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        int instructions = in.getShort() & 0xffff;
        in.position(in.position() + instructions);
        byte[] flags = flags(in, points);
        double[] x = coordinates(in, flags, 0x02, 0x10);
        double[] y = coordinates(in, flags, 0x04, 0x20);
        for (int i = 0; i < points; i++) {
            double px = m[0] * x[i] + m[2] * y[i] + m[4];
            y[i] = m[1] * x[i] + m[3] * y[i] + m[5];
            x[i] = px;
        }
        int start = 0;
        for (int end : ends) {
            if (end > start) {
                contour(flags, x, y, start, end - start + 1, path);
            }
            start = end + 1;
        }
    }

    private static byte[] flags(ByteBuffer in, int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = in.get();
            if ((flags[i] & 0x08) != 0) {
                int repeat = in.get() & 0xff;
                for (int k = 0; k < repeat; k++, i++) {
                    flags[i + 1] = flags[i];
                }
            }
        }
        return flags;
    }

    private static double[] coordinates(ByteBuffer in, byte[] flags, int isByte, int sameOrSign) {
        double[] values = new double[flags.length];
        int at = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & sameOrSign) != 0;
            if ((flags[i] & isByte) != 0) {
                int step = in.get() & 0xff;
                at += same ? step : -step;
            } else if (!same) {
                at += in.getShort();
            }
            values[i] = at;
        }
        return values;
    }

    /// One closed line: points on it, and between them the control points of quadratic curves; between two control
    /// points an implied point half way.
    private static void contour(
            byte[] flags, double[] x, double[] y, int start, int count, Path.Builder path) {
        int first = start;
        while (first < start + count && (flags[first] & 1) == 0) {
            first++;
        }
        boolean none = first == start + count;
        int last = start + count - 1;
        double px = none ? (x[start] + x[last]) / 2 : x[first];
        double py = none ? (y[start] + y[last]) / 2 : y[first];
        int offset = none ? 0 : first - start + 1;
        int todo = none ? count : count - 1;
        path.move(px, py);
        double firstX = px;
        double firstY = py;
        boolean pending = false;
        double cx = 0;
        double cy = 0;
        for (int k = 0; k <= todo; k++) {
            int i = start + (offset + k) % count;
            boolean closing = k == todo;
            boolean on = closing || (flags[i] & 1) != 0;
            double qx = closing ? firstX : x[i];
            double qy = closing ? firstY : y[i];
            if (pending) {
                double ex = on ? qx : (cx + qx) / 2;
                double ey = on ? qy : (cy + qy) / 2;
                path.cubic(
                        px + 2 * (cx - px) / 3,
                        py + 2 * (cy - py) / 3,
                        ex + 2 * (cx - ex) / 3,
                        ey + 2 * (cy - ey) / 3,
                        ex,
                        ey);
                px = ex;
                py = ey;
            } else if (on) {
                path.line(qx, qy);
                px = qx;
                py = qy;
            }
            pending = !on;
            cx = qx;
            cy = qy;
        }
        path.close();
    }

    private void composite(ByteBuffer in, double[] m, Path.Builder path, int depth) {
        int flags;
        do {
            flags = in.getShort();
            int part = in.getShort() & 0xffff;
            boolean words = (flags & 0x01) != 0;
            double dx = words ? in.getShort() : in.get();
            double dy = words ? in.getShort() : in.get();
            double a = 1;
            double b = 0;
            double c = 0;
            double d = 1;
            if ((flags & 0x08) != 0) {
                a = d = fixed(in);
            } else if ((flags & 0x40) != 0) {
                a = fixed(in);
                d = fixed(in);
            } else if ((flags & 0x80) != 0) {
                a = fixed(in);
                b = fixed(in);
                c = fixed(in);
                d = fixed(in);
            }
            double[] inner = {
                m[0] * a + m[2] * b,
                m[1] * a + m[3] * b,
                m[0] * c + m[2] * d,
                m[1] * c + m[3] * d,
                m[0] * dx + m[2] * dy + m[4],
                m[1] * dx + m[3] * dy + m[5]
            };
            trace(part, inner, path, depth + 1);
        } while ((flags & 0x20) != 0);
    }

    private static double fixed(ByteBuffer in) {
        return in.getShort() / 16384.0;
    }

    private static ByteBuffer characters(ByteBuffer cmap) {
        int count = cmap.getShort(2);
        for (int i = 0; i < count; i++) {
            int offset = cmap.getInt(8 + 8 * i);
            if (cmap.getShort(offset) == 4) {
                return cmap.slice(offset, unsigned(cmap, offset + 2));
            }
        }
        throw new IllegalArgumentException(
                "a font without a table of the basic plane's characters");
    }

    private static int unsigned(ByteBuffer in, int at) {
        return in.getShort(at) & 0xffff;
    }

    /// The bounds of a glyph, in em: left, bottom, right, top; null where there is nothing to see.
    public double @Nullable [] bounds(int glyph) {
        if (offset(glyph) == offset(glyph + 1)) {
            return null;
        }
        ByteBuffer in = table("glyf");
        int at = offset(glyph);
        return new double[] {
            in.getShort(at + 2) / unitsPerEm,
            in.getShort(at + 4) / unitsPerEm,
            in.getShort(at + 6) / unitsPerEm,
            in.getShort(at + 8) / unitsPerEm
        };
    }
}
