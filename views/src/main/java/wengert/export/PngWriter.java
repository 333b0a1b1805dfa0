package wengert.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a PNG file row by row. The same rows give the same bytes, however they are cut into bands.
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int SUB = 1;
    private static final int UP = 2;

    private final OutputStream out;
    private final int width;
    private final int channels;
    private final Deflater deflater = new Deflater(6);
    private final byte[] compressed = new byte[1 << 16];
    private final byte[] zeros;
    private final byte[][] filtered = new byte[3][];
    private byte[] before;
    private byte[] row;

    PngWriter(OutputStream out, int width, int height, boolean transparent) throws IOException {
        this.out = out;
        this.width = width;
        channels = transparent ? 4 : 3;
        int length = channels * width;
        row = new byte[length];
        before = new byte[length];
        zeros = new byte[length];
        for (int i = 0; i < filtered.length; i++) {
            filtered[i] = new byte[1 + length];
        }
        out.write(SIGNATURE);
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put((byte) 8).put((byte) (transparent ? 6 : 2));
        chunk("IHDR", head.array(), 13);
    }

    /// A piece of text about the picture, such as its title.
    void text(String keyword, String text) throws IOException {
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[5]); // not compressed, in no particular language
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        chunk("iTXt", data.toByteArray(), data.size());
    }

    /// The next rows, from the top down.
    void rows(int[] argb, int count) throws IOException {
        for (int y = 0; y < count; y++) {
            int at = 0;
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                row[at++] = (byte) (pixel >> 16);
                row[at++] = (byte) (pixel >> 8);
                row[at++] = (byte) pixel;
                if (channels == 4) {
                    row[at++] = (byte) (pixel >> 24);
                }
            }
            deflater.setInput(bestFiltered());
            drain();
            byte[] spare = before;
            before = row;
            row = spare;
        }
    }

    void finish() throws IOException {
        deflater.finish();
        drain();
        deflater.end();
        chunk("IEND", zeros, 0);
    }

    /// The row as differences from its left or upper neighbour or as it is, whichever looks smallest.
    private byte[] bestFiltered() {
        byte[] best = filter(0, zeros, 0);
        long least = Long.MAX_VALUE;
        for (int kind = 0; kind <= UP; kind++) {
            byte[] tried =
                    switch (kind) {
                        case SUB -> filter(kind, row, channels);
                        case UP -> filter(kind, before, 0);
                        default -> filter(kind, zeros, 0);
                    };
            long sum = 0;
            for (byte b : tried) {
                sum += Math.abs(b);
            }
            if (sum < least) {
                least = sum;
                best = tried;
            }
        }
        return best;
    }

    /// @param back how many bytes back in `reference` the byte is to compare with
    private byte[] filter(int kind, byte[] reference, int back) {
        byte[] differences = filtered[kind];
        differences[0] = (byte) kind;
        for (int i = 0; i < row.length; i++) {
            int near = i < back ? 0 : reference[i - back];
            differences[i + 1] = (byte) (row[i] - near);
        }
        return differences;
    }

    private void drain() throws IOException {
        for (int count = deflater.deflate(compressed);
                count > 0;
                count = deflater.deflate(compressed)) {
            chunk("IDAT", compressed, count);
        }
    }

    private void chunk(String kind, byte[] data, int length) throws IOException {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(name);
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
