package wengert.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.UnaryOperator;
import wengert.drawing.Drawing;
import wengert.story.Frame;

/// The moments of an order as the frames of a film: at each step what is on its way travels, arrives, and rests.
///
/// All frames have the same size. A frame is painted when it is asked for, so that a long film takes no more memory
/// than a short one.
final class Film {

    /// The part of a step's time after which what moves has arrived.
    private static final double TRAVEL = 0.6;

    private static final int MOST_FRAMES_A_STEP = 250;

    private final Picture picture;
    private final Sheet sheet;
    private final Order.Moments moments;
    private final Pixels pixels;
    private final int perStep;

    /// @param rate how many frames a second has
    Film(Picture picture, Order order, int rate) throws IOException {
        this(picture, order, rate, pixels -> pixels);
    }

    private Film(Picture picture, Order order, int rate, UnaryOperator<Pixels> fitting)
            throws IOException {
        this.picture = picture;
        Order opaque = order.withGround(Order.Ground.COLOURED);
        sheet = new Sheet(picture, opaque);
        moments = order.moments().within(picture.story().length());
        pixels = fitting.apply(Pixels.of(sheet.width(), sheet.height(), order.size(), 1));
        perStep = Math.clamp(Math.round(rate / order.speed()), 1, MOST_FRAMES_A_STEP);
    }

    /// The same with sides that are even, for formats that have no others.
    static Film ofEvenSides(Picture picture, Order order, int rate) throws IOException {
        return new Film(picture, order, rate, Pixels::even);
    }

    int width() {
        return pixels.width();
    }

    int height() {
        return pixels.height();
    }

    /// How many frames there are: one for where it begins, as many as a step takes for each step, and at the end as
    /// many again, for the eye to rest.
    int length() {
        return perStep * (moments.to() - moments.from() + 2);
    }

    /// Whether a frame is the same as the one before it, which need not be painted to know.
    boolean repeats(int frame) {
        int k = frame - perStep; // the first moment and the last stand still
        if (frame == 0) {
            return false;
        }
        if (k < 0 || k >= perStep * (moments.to() - moments.from())) {
            return true;
        }
        return perStep > 1 && phase(k) == 1 && phase(k - 1) == 1 && k % perStep != 0;
    }

    BufferedImage frame(int frame) {
        return new Raster(drawing(frame), pixels).whole();
    }

    private Drawing drawing(int frame) {
        int k = frame - perStep;
        if (k < 0) {
            return sheet.drawing(at(moments.from()), 1);
        }
        int position = Math.min(moments.to(), moments.from() + 1 + k / perStep);
        boolean still = k >= perStep * (moments.to() - moments.from());
        return sheet.drawing(at(position), still ? 1 : phase(k));
    }

    private Frame at(int position) {
        return picture.story().frame(position);
    }

    /// How far what moves has come in frame `k` after the first moment; slow at both ends, as the eye likes it.
    private double phase(int k) {
        if (k < 0) {
            return 1;
        }
        double way = Math.min(1, (k % perStep + 1) / (perStep * TRAVEL));
        return perStep == 1 ? 1 : way * way * (3 - 2 * way);
    }
}
