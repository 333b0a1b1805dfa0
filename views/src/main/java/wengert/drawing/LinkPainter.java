package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import wengert.display.LinkState;
import wengert.display.VisibleGraph.Link;
import wengert.layout.Curve;
import wengert.layout.Placement;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.ops.Op;
import wengert.story.Frame;
import wengert.sweep.NonFinite;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Value;

/// Paints links, and what moves on them.
final class LinkPainter {

    private static final double ARROW = 8.5;
    private static final double HALO = 14;

    /// Of a moment with more steps, the last are shown on their way.
    private static final int MOST_MOVING = 40;

    private static final double[] RESTS = {0.38, 0.3, 0.46, 0.24, 0.54, 0.62, 0.7};

    private final Cards cards;
    private final Placement placement;
    private final Theme theme;
    private final Weights weights;

    LinkPainter(Cards cards, Placement placement, Theme theme) {
        this.cards = cards;
        this.placement = placement;
        this.theme = theme;
        weights = cards.weights();
    }

    Mark.Part link(Link link, Frame frame) {
        Curve curve = placement.link(link);
        var marks = new ArrayList<Mark>();
        LinkState state = LinkState.of(link, frame, placement.visible());
        Kind kind = kind(link);
        double weight = weights.of(link, frame);
        boolean back = state == LinkState.AT_WORK || state == LinkState.PASSED;
        boolean zero = back && weights.isZero(link);
        boolean birth = back && isBirth(link);
        Colour colour = birth ? theme.error() : colour(link, state);
        double width = width(state, weight);
        double arrow = Math.max(state == LinkState.AT_WORK ? ARROW + 2 : ARROW, 2.2 * width);
        double dash = kind == Kind.CUT ? 5 : zero ? 3 : 0;
        draw(marks, curve, new Stroke(colour, width, dash), arrow, !back);
        Point middle = curve.at(0.5);
        if (kind == Kind.CUT) {
            Point next = curve.at(0.53);
            double length = Math.max(1e-6, middle.to(next));
            double dx = (next.x() - middle.x()) / length;
            double dy = (next.y() - middle.y()) / length;
            Badge.cut(middle.x(), middle.y(), dx, dy, theme.background(), colour, marks);
        } else if (birth) {
            Badge.birth(theme, middle.x(), middle.y(), marks);
        } else if (zero) {
            Badge.zero(middle.x(), middle.y(), theme.background(), colour, marks);
        }
        String classes = "edge " + state.styleClass() + (zero ? " zero" : "") + kind.styleClass();
        return new Mark.Part(link.id(), classes, title(link, kind, zero), marks);
    }

    /// What can come back on a link, whatever the moment.
    private enum Kind {
        /// A share.
        OPEN,
        /// Nothing, since it comes from a constant.
        CONSTANT,
        /// Nothing, since the operation cuts the gradient off.
        CUT;

        String styleClass() {
            return this == CUT ? " detached" : "";
        }
    }

    private Kind kind(Link link) {
        Graph graph = placement.visible().graph();
        Graph.Edge edge = link.edges().getFirst();
        return !graph.active(edge.argument())
                ? Kind.CONSTANT
                : isCut(graph, link) ? Kind.CUT : Kind.OPEN;
    }

    /// Whether the operation that a link leads to lets nothing through that could come back.
    static boolean isCut(Graph graph, Link link) {
        Graph.Edge edge = link.edges().getFirst();
        Op op = edge.node().op();
        return link.edges().size() == 1
                && graph.active(edge.argument())
                && op != null
                && (op.cutsOff() || isTruth(edge.node().plain()));
    }

    /// Answers of yes or no have no slope: nothing comes back through them.
    private static boolean isTruth(Value value) {
        return value instanceof Bool
                || value instanceof ArrayValue array && array.elementType() == ElementType.BOOL;
    }

    private boolean isBirth(Link link) {
        NonFinite birth = cards.birth();
        return birth != null
                && birth.slot() >= 0
                && link.edges().contains(new Graph.Edge(birth.node(), birth.slot()));
    }

    Colour colour(Link link, LinkState state) {
        return switch (state) {
            case AT_WORK -> theme.adjoint();
            case PASSED -> theme.monochrome() ? theme.adjoint() : blend(theme.adjoint(), 0.6);
            case FEEDS -> theme.value();
            case FEEDS_TANGENT -> theme.tangent();
            case USED -> {
                Graph graph = placement.visible().graph();
                boolean loud =
                        graph.useful(link.edges().getFirst().node())
                                || cards.detail().unused() == Detail.Unused.SHOWN;
                yield loud ? theme.muted() : theme.faint();
            }
            case WAITING -> theme.faint();
        };
    }

    private double width(LinkState state, double weight) {
        return switch (state) {
            case AT_WORK -> Math.max(3, weight);
            case PASSED -> weight > 0 ? weight : theme.monochrome() ? 2.6 : 2;
            case FEEDS, FEEDS_TANGENT -> 2;
            case USED, WAITING -> 1.4;
        };
    }

    private String title(Link link, Kind kind, boolean zero) {
        Graph graph = placement.visible().graph();
        Graph.Edge edge = link.edges().getFirst();
        String remark =
                switch (kind) {
                    case CUT -> ", the gradient is cut off here";
                    case CONSTANT -> "";
                    case OPEN -> zero ? ", what comes back is 0" : "";
                };
        return graph.label(edge.argument()) + " → " + graph.label(edge.node()) + remark;
    }

    /// A colour that is not so loud, but covers what is below all the same.
    private Colour blend(Colour colour, double opacity) {
        return colour.withOpacity(opacity).over(theme.background());
    }

    /// @param forward whether the arrow is where the value is used; else it is where the share arrives
    private static void draw(
            List<Mark> marks, Curve curve, Stroke stroke, double arrow, boolean forward) {
        // the line ends inside the arrow head, whose point touches the card
        double back = curve.length() <= 0 ? 0 : (arrow - 1.5) / curve.length();
        Point tip = forward ? curve.end() : curve.start();
        Point way = forward ? curve.endDirection() : curve.startDirection();
        int sense = forward ? 1 : -1;
        Path.Builder path = null;
        for (int k = 0; k < curve.pieces(); k++) {
            double[] p = curve.piece(k);
            if (k == 0 && !forward) {
                p[0] += (arrow - 1.5) * way.x();
                p[1] += (arrow - 1.5) * way.y();
            }
            if (k == curve.pieces() - 1 && forward) {
                p[6] -= (arrow - 1.5) * way.x();
                p[7] -= (arrow - 1.5) * way.y();
            }
            if (path == null) {
                path = Path.from(p[0], p[1]);
            }
            path.cubic(p[2], p[3], p[4], p[5], p[6], p[7]);
        }
        if (path != null && back < 1) {
            marks.add(new Mark.Line(path.path(), stroke));
        }
        marks.add(
                arrow(
                        tip.x() - sense * way.x(),
                        tip.y() - sense * way.y(),
                        sense * way.x(),
                        sense * way.y(),
                        arrow,
                        stroke.colour()));
    }

    /// A filled arrow head.
    static Mark.Area arrow(double x, double y, double dx, double dy, double size, Colour colour) {
        double wing = 0.42 * size;
        return new Mark.Area(
                Path.from(x, y)
                        .line(x - size * dx - wing * dy, y - size * dy + wing * dx)
                        .line(x - 0.8 * size * dx, y - 0.8 * size * dy)
                        .line(x - size * dx + wing * dy, y - size * dy - wing * dx)
                        .close()
                        .path(),
                colour);
    }

    static Mark.Line line(double x1, double y1, double x2, double y2, Stroke stroke) {
        return new Mark.Line(Path.from(x1, y1).line(x2, y2).path(), stroke);
    }

    List<Mark> moving(Frame frame, double phase) {
        var marks = new ArrayList<Mark>();
        List<Step> moment = frame.moment();
        int from = Math.max(0, moment.size() - MOST_MOVING);
        for (Step step : moment.subList(from, moment.size())) {
            marks.addAll(
                    switch (step) {
                        case Step.Share share -> share(share, phase);
                        case Step.Evaluation _ -> values(step.node(), theme.value(), phase);
                        case Step.Tangent _ -> values(step.node(), theme.tangent(), phase);
                        case Step.Seed _ -> List.<Mark>of();
                    });
        }
        return marks;
    }

    private List<Mark> share(Step.Share share, double phase) {
        Link link = placement.visible().link(share.edge());
        if (link == null) {
            return List.of();
        }
        var marks = new ArrayList<Mark>();
        Rect label = placement.label(link);
        Curve curve = placement.link(link);
        dot(marks, phase >= 1 ? rest(curve, label) : curve.at(1 - phase), theme.adjoint());
        marks.add(label(share.edge(), label));
        return marks;
    }

    /// Where the dot is while nothing moves: on its way, as on a photograph, and clear of the label.
    private static Point rest(Curve curve, Rect label) {
        Rect taken = label.grown(HALO + 2);
        for (double part : RESTS) {
            Point p = curve.at(part);
            if (!taken.contains(p.x(), p.y())) {
                return p;
            }
        }
        return curve.at(RESTS[0]);
    }

    private List<Mark> values(Node node, Colour colour, double phase) {
        if (phase >= 1) {
            return List.of();
        }
        var marks = new ArrayList<Mark>();
        for (int slot = 0; slot < Math.min(node.arguments().size(), 64); slot++) {
            Link link = placement.visible().link(new Graph.Edge(node, slot));
            if (link != null) {
                dot(marks, placement.link(link).at(phase), colour);
            }
        }
        return marks;
    }

    private static void dot(List<Mark> marks, Point p, Colour colour) {
        marks.add(new Mark.Area(Path.circle(p.x(), p.y(), HALO), colour.withOpacity(0.2)));
        marks.add(new Mark.Area(Path.circle(p.x(), p.y(), 6.8), colour));
    }

    private Mark.Part label(Graph.Edge edge, Rect place) {
        String text = cards.label(edge);
        double width = Typesetter.width(text, Face.MONO, Cards.ON_LINK);
        double pill = width + 2 * Cards.IN_LABEL;
        double x = place.centerX() - pill / 2;
        String id = "label" + edge.node().index() + "-" + edge.slot();
        return new Mark.Part(
                id,
                "label",
                text,
                List.of(
                        new Mark.Box(
                                x,
                                place.y(),
                                pill,
                                place.height(),
                                place.height() / 2,
                                theme.card(),
                                new Stroke(theme.adjoint(), 1.2)),
                        new Mark.Text(
                                text,
                                x + Cards.IN_LABEL,
                                place.y() + place.height() / 2 + 4.3,
                                Face.MONO,
                                Cards.ON_LINK,
                                theme.adjoint())));
    }
}
