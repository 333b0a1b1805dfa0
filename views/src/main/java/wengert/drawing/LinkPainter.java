package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import wengert.display.LinkState;
import wengert.display.VisibleGraph.Link;
import wengert.layout.Curve;
import wengert.layout.Placement;
import wengert.layout.Point;
import wengert.layout.Rect;
import wengert.story.Frame;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;

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

    LinkPainter(Cards cards, Placement placement, Theme theme) {
        this.cards = cards;
        this.placement = placement;
        this.theme = theme;
    }

    Mark.Part link(Link link, Frame frame) {
        Curve curve = placement.link(link);
        var marks = new ArrayList<Mark>();
        LinkState state = LinkState.of(link, frame, placement.visible());
        Colour colour = colour(link, state);
        switch (state) {
            case AT_WORK -> draw(marks, curve, colour, 3, ARROW + 2, false);
            case PASSED -> draw(marks, curve, colour, theme.monochrome() ? 2.6 : 2, ARROW, false);
            case FEEDS, FEEDS_TANGENT -> draw(marks, curve, colour, 2, ARROW, true);
            case USED, WAITING -> draw(marks, curve, colour, 1.4, ARROW, true);
        }
        return new Mark.Part(link.id(), "edge " + state.styleClass(), title(link), marks);
    }

    Colour colour(Link link, LinkState state) {
        return switch (state) {
            case AT_WORK -> theme.adjoint();
            case PASSED -> theme.monochrome() ? theme.adjoint() : blend(theme.adjoint(), 0.6);
            case FEEDS -> theme.value();
            case FEEDS_TANGENT -> theme.tangent();
            case USED -> {
                Graph graph = placement.visible().graph();
                boolean useful = graph.useful(link.edges().getFirst().node());
                yield useful ? theme.muted() : theme.faint();
            }
            case WAITING -> theme.faint();
        };
    }

    private String title(Link link) {
        Graph graph = placement.visible().graph();
        Graph.Edge edge = link.edges().getFirst();
        return graph.label(edge.argument()) + " → " + graph.label(edge.node());
    }

    /// A colour that is not so loud, but covers what is below all the same.
    private Colour blend(Colour colour, double opacity) {
        return colour.withOpacity(opacity).over(theme.background());
    }

    /// @param forward whether the arrow is where the value is used; else it is where the share arrives
    private static void draw(
            List<Mark> marks,
            Curve curve,
            Colour colour,
            double width,
            double arrow,
            boolean forward) {
        // the line ends inside the arrow head, whose point touches the card
        double back = curve.length() <= 0 ? 0 : (arrow - 1.5) / curve.length();
        Point tip = forward ? curve.end() : curve.start();
        Path.Builder path = null;
        for (int k = 0; k < curve.pieces(); k++) {
            double[] p = curve.piece(k);
            if (k == 0 && !forward) {
                p[0] += arrow - 1.5;
            }
            if (k == curve.pieces() - 1 && forward) {
                p[6] -= arrow - 1.5;
            }
            if (path == null) {
                path = Path.from(p[0], p[1]);
            }
            path.cubic(p[2], p[3], p[4], p[5], p[6], p[7]);
        }
        if (path != null && back < 1) {
            marks.add(new Mark.Line(path.path(), new Stroke(colour, width)));
        }
        marks.add(arrow(tip.x() + (forward ? -1 : 1), tip.y(), forward ? 1 : -1, 0, arrow, colour));
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
        double room = Math.max(40, place.width() - 2 * Cards.IN_LABEL) + 0.5;
        String text = Typesetter.fit(cards.label(edge), Face.MONO, Cards.ON_LINK, room);
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
