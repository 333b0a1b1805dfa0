package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes an animated GIF file, frame by frame, that plays for ever.
final class GifWriter {

    private static final int CODES = 4096;
    private static final int CLEAR = 256;
    private static final int END = 257;

    private final OutputStream out;

    // the dictionary of the compression: by code of what came before and next byte, the code of
    // both
    private final short[] next = new short[CODES << 8];
    private final byte[] block = new byte[255];
    private int blockLength;
    private int bits;
    private int bitCount;

    GifWriter(OutputStream out, int width, int height, int[] colours) throws IOException {
        this.out = out;
        if (Math.max(width, height) > 0xffff) {
            throw new IOException("a GIF film has at most 65,535 pixels a side");
        }
        out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        word(width);
        word(height);
        out.write(0xf7); // a palette of 256 colours
        out.write(0);
        out.write(0);
        for (int i = 0; i < 256; i++) {
            int colour = i < colours.length ? colours[i] : 0;
            out.write(colour >> 16);
            out.write(colour >> 8);
            out.write(colour);
        }
        out.write(new byte[] {0x21, (byte) 0xff, 11});
        out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {3, 1, 0, 0, 0});
    }

    /// The part of a picture that changes; what in it stays the same shows through.
    ///
    /// @param before the picture before, empty for none
    /// @param delay how long it stays, in hundredths of a second
    void frame(GifExporter.Rectangle part, byte[] before, byte[] now, int width, int delay)
            throws IOException {
        boolean through = before.length > 0;
        out.write(new byte[] {0x21, (byte) 0xf9, 4, (byte) (through ? 0x05 : 0x04)});
        word(Math.min(delay, 0xffff));
        out.write(through ? Palette.TRANSPARENT : 0);
        out.write(0);
        out.write(0x2c);
        word(part.left());
        word(part.top());
        word(part.right() - part.left());
        word(part.bottom() - part.top());
        out.write(0);
        byte[] pixels = new byte[(part.right() - part.left()) * (part.bottom() - part.top())];
        int at = 0;
        for (int y = part.top(); y < part.bottom(); y++) {
            for (int x = part.left(); x < part.right(); x++) {
                int i = y * width + x;
                boolean same = through && before[i] == now[i];
                pixels[at++] = same ? (byte) Palette.TRANSPARENT : now[i];
            }
        }
        compress(pixels);
    }

    void finish() throws IOException {
        out.write(0x3b);
    }

    private void compress(byte[] pixels) throws IOException {
        out.write(8);
        int size = 9;
        int free = END + 1;
        Arrays.fill(next, (short) 0);
        code(CLEAR, size);
        int prefix = pixels[0] & 255;
        for (int i = 1; i < pixels.length; i++) {
            int pixel = pixels[i] & 255;
            int key = prefix << 8 | pixel;
            int known = next[key];
            if (known != 0) {
                prefix = known;
                continue;
            }
            code(prefix, size);
            if (free < CODES) {
                next[key] = (short) free;
                if (free == 1 << size) {
                    size++;
                }
                free++;
            } else {
                code(CLEAR, size);
                Arrays.fill(next, (short) 0);
                size = 9;
                free = END + 1;
            }
            prefix = pixel;
        }
        code(prefix, size);
        code(END, size);
        if (bitCount > 0) {
            add(bits);
        }
        bits = 0;
        bitCount = 0;
        flush();
        out.write(0);
    }

    private void code(int code, int size) throws IOException {
        bits |= code << bitCount;
        bitCount += size;
        while (bitCount >= 8) {
            add(bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }

    private void add(int b) throws IOException {
        block[blockLength++] = (byte) b;
        if (blockLength == block.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (blockLength > 0) {
            out.write(blockLength);
            out.write(block, 0, blockLength);
            blockLength = 0;
        }
    }

    private void word(int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }
}
