package wengert.canvas;

import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.story.Frame;

/// A moment as it is painted.
///
/// @param underWay whether what the step moves is still on its way, so that it has not been added where it goes
record Moment(Frame frame, boolean underWay) {

    /// Whether a card shows something else while something is on its way than after.
    boolean moves(Card card, VisibleGraph visible) {
        return visible.receives(card, frame) || visible.works(card, frame);
    }
}
