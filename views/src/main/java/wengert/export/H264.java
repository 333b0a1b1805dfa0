package wengert.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/// Films without ffmpeg, by JCodec.
final class H264 {

    /// How coarse the picture is; JCodec's own choice leaves blotches around letters.
    private static final int QUANTIZER = 12;

    private static final int KEY_INTERVAL = 120;
    private static final Set<String> OUTER = Set.of("moov", "trak", "mdia");
    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");

    private H264() {}

    static void write(Film film, Progress progress, Path file) throws IOException {
        // the encoder works in squares of 16 pixels
        int width = film.width() + 15 & ~15;
        int height = film.height() + 15 & ~15;
        var size = new Size(width, height);
        try (var channel = NIOUtils.writableChannel(file.toFile())) {
            var muxer = MP4Muxer.createMP4Muxer(channel, Brand.MP4);
            MuxerTrack track =
                    muxer.addVideoTrack(
                            Codec.H264,
                            VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
            var encoder = new H264Encoder(new Constant());
            encoder.setKeyInterval(KEY_INTERVAL);
            var picture = org.jcodec.common.model.Picture.create(width, height, ColorSpace.YUV420J);
            ByteBuffer buffer = ByteBuffer.allocate(encoder.estimateBufferSize(picture));
            for (int k = 0; k < film.length(); k++) {
                progress.at((double) k / film.length());
                if (!film.repeats(k)) {
                    fill(picture, film.frame(k));
                }
                buffer.clear();
                var frame = encoder.encodeFrame(picture, buffer);
                var kind = frame.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER;
                track.addFrame(
                        Packet.createPacket(
                                frame.getData(), k, Mp4Exporter.RATE, 1, k, kind, null));
            }
            muxer.finish();
        }
        undate(file);
    }

    /// The same coarseness everywhere.
    private static final class Constant implements RateControl {
        @Override
        public int startPicture(Size size, int most, SliceType kind) {
            return QUANTIZER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }

    /// Brightness for each pixel, colour for each four, as JCodec keeps them: with 0 in the middle.
    private static void fill(org.jcodec.common.model.Picture picture, BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] luma = picture.getPlaneData(0);
        byte[] blueness = picture.getPlaneData(1);
        byte[] redness = picture.getPlaneData(2);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = at(pixels, image, x, y);
                luma[y * width + x] = (byte) (Math.round(luma(pixel)) - 128);
            }
        }
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                double red = 0;
                double blue = 0;
                for (int i = 0; i < 4; i++) {
                    int pixel = at(pixels, image, x + i % 2, y + i / 2);
                    red += 0.713 * ((pixel >> 16 & 255) - luma(pixel)) / 4;
                    blue += 0.564 * ((pixel & 255) - luma(pixel)) / 4;
                }
                int at = (y / 2) * (width / 2) + x / 2;
                blueness[at] = (byte) Math.clamp(Math.round(blue), -128, 127);
                redness[at] = (byte) Math.clamp(Math.round(red), -128, 127);
            }
        }
    }

    private static double luma(int pixel) {
        return 0.299 * (pixel >> 16 & 255) + 0.587 * (pixel >> 8 & 255) + 0.114 * (pixel & 255);
    }

    /// The picture goes on at its edges as it is there.
    private static int at(int[] pixels, BufferedImage image, int x, int y) {
        int column = Math.min(x, image.getWidth() - 1);
        return pixels[Math.min(y, image.getHeight() - 1) * image.getWidth() + column];
    }

    /// Takes the time of day out of the file.
    private static void undate(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            undate(bytes, 0, bytes.length());
        }
    }

    private static void undate(RandomAccessFile bytes, long from, long to) throws IOException {
        for (long at = from; at + 8 <= to; ) {
            bytes.seek(at);
            long length = bytes.readInt() & 0xffffffffL;
            byte[] name = new byte[4];
            bytes.readFully(name);
            if (length == 1) {
                length = bytes.readLong();
            }
            String box = new String(name, StandardCharsets.US_ASCII);
            if (OUTER.contains(box)) {
                undate(bytes, at + 8, at + length);
            } else if (DATED.contains(box)) {
                int version = bytes.readByte();
                bytes.seek(at + 12);
                bytes.write(new byte[version == 1 ? 16 : 8]);
            }
            if (length < 8) {
                return;
            }
            at += length;
        }
    }
}
