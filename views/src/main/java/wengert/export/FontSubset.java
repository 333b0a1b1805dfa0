package wengert.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import wengert.drawing.TrueType;

/// A font with the signs that a picture needs and no others, as a TrueType file.
final class FontSubset {

    private static final int MORE_PARTS = 0x20;
    private static final int LAST_NAME = 6;

    private final TrueType font;

    /// Old numbers of glyphs, in the order of their new ones.
    private final List<Integer> kept = new ArrayList<>();

    private final Map<Integer, Integer> renumbered = new LinkedHashMap<>();
    private final TreeMap<Integer, Integer> characters = new TreeMap<>();

    private FontSubset(TrueType font, NavigableSet<Integer> codePoints) {
        this.font = font;
        keep(0);
        for (int point : codePoints) {
            int glyph = font.glyph(point);
            if (glyph != 0) {
                characters.put(point, keep(glyph));
            }
        }
    }

    static byte[] of(TrueType font, NavigableSet<Integer> codePoints) {
        return new FontSubset(font, codePoints).file();
    }

    private int keep(int glyph) {
        Integer known = renumbered.get(glyph);
        if (known != null) {
            return known;
        }
        int number = kept.size();
        kept.add(glyph);
        renumbered.put(glyph, number);
        return number;
    }

    private byte[] file() {
        var glyphs = new ByteArrayOutputStream();
        var offsets = new ArrayList<Integer>();
        for (int k = 0; k < kept.size(); k++) { // grows while parts of composite glyphs come in
            offsets.add(glyphs.size());
            glyphs.writeBytes(glyph(kept.get(k)));
            while (glyphs.size() % 4 != 0) {
                glyphs.write(0);
            }
        }
        offsets.add(glyphs.size());
        int count = kept.size();

        ByteBuffer places = ByteBuffer.allocate(4 * offsets.size());
        offsets.forEach(places::putInt);
        ByteBuffer widths = ByteBuffer.allocate(4 * count);
        ByteBuffer oldWidths = font.table("hmtx");
        int measured = font.table("hhea").getShort(34) & 0xffff;
        for (int old : kept) {
            widths.putShort(oldWidths.getShort(4 * Math.min(old, measured - 1)));
            boolean full = old < measured;
            int side = full ? 4 * old + 2 : 4 * measured + 2 * (old - measured);
            widths.putShort(oldWidths.getShort(side));
        }
        var tables = new TreeMap<String, byte[]>();
        tables.put("OS/2", copy("OS/2"));
        tables.put("cmap", characterTable());
        tables.put("glyf", glyphs.toByteArray());
        tables.put("head", patched(copy("head"), 50, 1));
        tables.put("hhea", patched(copy("hhea"), 34, count));
        tables.put("hmtx", widths.array());
        tables.put("loca", places.array());
        tables.put("maxp", patched(copy("maxp"), 4, count));
        tables.put("name", names());
        tables.put("post", ByteBuffer.allocate(32).putInt(0x00030000).array());
        return assemble(tables);
    }

    /// A glyph's description, its parts numbered anew.
    private byte[] glyph(int old) {
        int from = font.offset(old);
        byte[] bytes = new byte[font.offset(old + 1) - from];
        font.table("glyf").get(from, bytes);
        ByteBuffer glyph = ByteBuffer.wrap(bytes);
        if (bytes.length > 0 && glyph.getShort(0) < 0) {
            int at = 10;
            int flags;
            do {
                flags = glyph.getShort(at);
                int part = keep(glyph.getShort(at + 2) & 0xffff);
                glyph.putShort(at + 2, (short) part);
                at += 4 + ((flags & 0x01) != 0 ? 4 : 2);
                at +=
                        (flags & 0x08) != 0
                                ? 2
                                : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
            } while ((flags & MORE_PARTS) != 0);
        }
        return bytes;
    }

    private byte[] characterTable() {
        int segments = characters.size() + 1;
        int length = 16 + 8 * segments;
        ByteBuffer table = ByteBuffer.allocate(12 + length);
        table.putShort((short) 0).putShort((short) 1);
        table.putShort((short) 3).putShort((short) 1).putInt(12);
        int power = Integer.highestOneBit(segments);
        table.putShort((short) 4).putShort((short) length).putShort((short) 0);
        table.putShort((short) (2 * segments)).putShort((short) (2 * power));
        table.putShort((short) Integer.numberOfTrailingZeros(power));
        table.putShort((short) (2 * (segments - power)));
        characters.keySet().forEach(c -> table.putShort(c.shortValue()));
        table.putShort((short) 0xffff).putShort((short) 0);
        characters.keySet().forEach(c -> table.putShort(c.shortValue()));
        table.putShort((short) 0xffff);
        characters.forEach((c, glyph) -> table.putShort((short) (glyph - c)));
        table.putShort((short) 1);
        return table
                .array(); // the rest, offsets into a list of glyphs, is zero: there is no such list
    }

    /// What the font is called and whose it is; licences in full are many times as long as the font.
    private byte[] names() {
        ByteBuffer old = font.table("name");
        int count = old.getShort(2);
        int texts = old.getShort(4) & 0xffff;
        var records = new ByteArrayOutputStream();
        var text = new ByteArrayOutputStream();
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int at = 6 + 12 * k;
            if (old.getShort(at + 6) > LAST_NAME) {
                continue;
            }
            byte[] name = new byte[old.getShort(at + 8) & 0xffff];
            old.get(texts + (old.getShort(at + 10) & 0xffff), name);
            ByteBuffer entry = ByteBuffer.allocate(12);
            for (int i = 0; i < 8; i++) {
                entry.put(old.get(at + i));
            }
            entry.putShort((short) name.length).putShort((short) text.size());
            records.writeBytes(entry.array());
            text.writeBytes(name);
            kept++;
        }
        ByteBuffer table = ByteBuffer.allocate(6 + records.size() + text.size());
        table.putShort((short) 0).putShort((short) kept).putShort((short) (6 + records.size()));
        return table.put(records.toByteArray()).put(text.toByteArray()).array();
    }

    private byte[] copy(String tag) {
        ByteBuffer table = font.table(tag);
        byte[] bytes = new byte[table.remaining()];
        table.get(bytes);
        return bytes;
    }

    private static byte[] patched(byte[] table, int at, int value) {
        ByteBuffer.wrap(table).putShort(at, (short) value);
        return table;
    }

    private static byte[] assemble(SortedMap<String, byte[]> tables) {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        int size = 12 + 16 * count;
        for (byte[] table : tables.values()) {
            size += table.length + 3 & ~3;
        }
        ByteBuffer file = ByteBuffer.allocate(size);
        file.putInt(0x00010000).putShort((short) count).putShort((short) (16 * power));
        file.putShort((short) Integer.numberOfTrailingZeros(power));
        file.putShort((short) (16 * (count - power)));
        int at = 12 + 16 * count;
        int head = 0;
        for (var entry : tables.entrySet()) {
            byte[] table = entry.getValue();
            if (entry.getKey().equals("head")) {
                head = at;
                ByteBuffer.wrap(table).putInt(8, 0);
            }
            file.put(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            file.putInt(sum(table)).putInt(at).putInt(table.length);
            file.put(at, table);
            at += table.length + 3 & ~3;
        }
        file.putInt(head + 8, 0xb1b0afba - sum(file.array()));
        return file.array();
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (int k = 0; k < bytes.length; k++) {
            sum += (bytes[k] & 0xff) << (24 - 8 * (k % 4));
        }
        return sum;
    }
}
