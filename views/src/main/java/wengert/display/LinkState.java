package wengert.display;

import wengert.display.VisibleGraph.Link;
import wengert.story.Frame;
import wengert.sweep.Step;

/// What a link has come to at a moment of the sweep.
public enum LinkState {
    /// The value that it carries is not used yet.
    WAITING,
    /// It carries a value to the node that is just being computed.
    FEEDS,
    /// The same for a tangent.
    FEEDS_TANGENT,
    /// It has carried its value.
    USED,
    /// A share is on its way back.
    AT_WORK,
    /// Its share, or one of its shares, has arrived.
    PASSED;

    private static final int MOST_EDGES_ASKED = 64;

    public static LinkState of(Link link, Frame frame, VisibleGraph visible) {
        if (visible.works(link, frame)) {
            return AT_WORK;
        }
        if (link.passed(frame)) {
            return PASSED;
        }
        if (!frame.reversing() && feeds(link, frame)) {
            return frame.step() instanceof Step.Tangent ? FEEDS_TANGENT : FEEDS;
        }
        return frame.known(link.edges().getFirst().node()) ? USED : WAITING;
    }

    private static boolean feeds(Link link, Frame frame) {
        boolean tangents = frame.step() instanceof Step.Tangent;
        return link.edges().stream()
                .limit(MOST_EDGES_ASKED)
                .anyMatch(e -> frame.works(e.node()) && (!tangents || frame.moves(e.argument())));
    }

    /// Its name as a style class: `at-work`.
    public String styleClass() {
        return switch (this) {
            case WAITING -> "waiting";
            case FEEDS -> "feeds";
            case FEEDS_TANGENT -> "feeds-tangent";
            case USED -> "used";
            case AT_WORK -> "at-work";
            case PASSED -> "passed";
        };
    }
}
