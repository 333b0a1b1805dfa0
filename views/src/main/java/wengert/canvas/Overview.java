package wengert.canvas;

import wengert.display.VisibleGraph.Card;
import wengert.drawing.Painter;
import wengert.layout.Rect;

/// The whole picture, small: a dot for each card.
///
/// @param inside where the picture lies in it, in the window's units
record Overview(Scenery scenery, Viewpoint inside, Bitmap picture) {

    static final double WIDTH = 118;
    static final double HEIGHT = 84;

    private static final double MARGIN = 7;
    private static final double LEAST_DOT = 1.5;

    static Overview of(Scenery scenery, Moment moment, double ratio) {
        var whole = new Rect(0, 0, WIDTH, HEIGHT);
        Viewpoint inside = Viewpoint.fitting(scenery.placement().bounds(), whole.grown(-MARGIN), 1);
        var picture = new Bitmap((int) Math.ceil(WIDTH * ratio), (int) Math.ceil(HEIGHT * ratio));
        Painter painter = scenery.painter();
        picture.fill(Bitmap.argb(painter.theme().card()));
        var pen = new Pen(picture, 0, 0, picture.width(), picture.height());
        for (Card card : scenery.visible().cards()) {
            Rect at = inside.outside(scenery.placement().card(card));
            double right = at.x() + Math.max(LEAST_DOT, at.width());
            double bottom = at.y() + Math.max(LEAST_DOT, at.height());
            pen.fill(
                    (int) Math.round(at.x() * ratio),
                    (int) Math.round(at.y() * ratio),
                    (int) Math.round(right * ratio),
                    (int) Math.round(bottom * ratio),
                    Bitmap.argb(painter.spot(card, moment.frame())));
        }
        return new Overview(scenery, inside, picture);
    }
}
