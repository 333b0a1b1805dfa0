package wengert.canvas;

import wengert.drawing.Cards;
import wengert.drawing.Theme;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.story.Frame;

/// The canvas without a window: paints a whole graph, fitted to a size, over and over. For measuring what a frame costs.
public final class Repaint implements Runnable {

    private final Scenery scenery;
    private final Lens lens;

    /// @param width of the picture in pixels
    public Repaint(
            Cards cards, Placement placement, Frame frame, Theme theme, int width, int height) {
        scenery = new Scenery(cards, placement, theme);
        var window = new Rect(0, 0, width, height);
        lens = Lens.of(Viewpoint.fitting(placement.bounds(), window, 1), width, height, 1);
        scenery.pieces().show(new Moment(frame, false), lens);
    }

    @Override
    public void run() {
        scenery.pieces().paint(new Bitmap(lens.width(), lens.height()), lens, lens);
    }
}
