package wengert.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.graphstream.stream.SinkAdapter;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Group;

/// Lets GraphStream's spring box find the places: links pull, cards push. When it has come to rest, cards that lie on
/// each other are pushed apart. Groups have no boxes here: their cards may lie anywhere.
final class Springs {

    private static final int MOST_STEPS = 600;
    private static final double REST = 0.98;
    private static final double PER_CARD = 250;
    private static final double BETWEEN_CARDS = 26;
    private static final int MOST_PUSHES = 400;

    private final VisibleGraph visible;
    private final Sizes sizes;
    private final Progress progress;
    private final double[] x;
    private final double[] y;

    Springs(VisibleGraph visible, Sizes sizes, Progress progress) {
        this.visible = visible;
        this.sizes = sizes;
        this.progress = progress;
        x = new double[visible.cards().size()];
        y = new double[x.length];
    }

    Placement placement(double margin) {
        progress.part(0, 0.8);
        settle();
        spread();
        progress.part(0.8, 1);
        for (int push = 0; push < MOST_PUSHES && pushApart(); push++) {
            progress.step(push / (double) MOST_PUSHES);
        }
        var cards = new ArrayList<Rect>();
        for (Card card : visible.cards()) {
            int k = card.index();
            cards.add(
                    new Rect(
                            x[k] - width(card) / 2,
                            y[k] - sizes.height(card) / 2,
                            sizes.width(card),
                            sizes.height(card)));
        }
        var links = new ArrayList<Curve>();
        for (Link link : visible.links()) {
            links.add(between(cards.get(link.from().index()), cards.get(link.to().index())));
        }
        var stubs = new ArrayList<Rect>();
        var ways = new ArrayList<Curve>();
        for (Stub stub : visible.stubs()) {
            Rect from = cards.get(stub.from().index());
            var box =
                    new Rect(
                            from.right() + BETWEEN_CARDS,
                            from.bottom() + BETWEEN_CARDS,
                            sizes.width(stub),
                            sizes.height(stub));
            stubs.add(box);
            ways.add(between(from, box));
        }
        var taken = new ArrayList<Rect>(cards);
        taken.addAll(stubs);
        List<Rect> labels = new Labels(visible, sizes, taken, Map.of(), links).places();
        return new Placement(
                        visible,
                        Flow.RIGHT,
                        cards,
                        links,
                        labels,
                        new LinkedHashMap<Group, Rect>(),
                        stubs,
                        ways)
                .withResults(sizes)
                .withMargin(margin)
                .indexed();
    }

    private double width(Card card) {
        return sizes.width(card) + sizes.beside(card);
    }

    private void settle() {
        var box = new SpringBox(false, new Random(7));
        var numbers = new HashMap<String, Integer>();
        box.addAttributeSink(
                new SinkAdapter() {
                    @Override
                    public void nodeAttributeChanged(
                            String source,
                            long time,
                            String node,
                            String attribute,
                            Object before,
                            Object after) {
                        note(node, attribute, after);
                    }

                    @Override
                    public void nodeAttributeAdded(
                            String source, long time, String node, String attribute, Object value) {
                        note(node, attribute, value);
                    }

                    private void note(String node, String attribute, Object value) {
                        Integer k = numbers.get(node);
                        if (k != null && attribute.equals("xyz") && value instanceof Object[] at) {
                            x[k] = ((Number) at[0]).doubleValue();
                            y[k] = ((Number) at[1]).doubleValue();
                        }
                    }
                });
        box.setSendNodeInfos(false);
        long time = 0;
        for (Card card : visible.cards()) {
            numbers.put(card.id(), card.index());
            box.nodeAdded("cards", time++, card.id());
        }
        for (Link link : visible.links()) {
            box.edgeAdded("cards", time++, link.id(), link.from().id(), link.to().id(), true);
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            progress.step(step / (double) MOST_STEPS);
            box.compute();
            if (step > 60 && box.getStabilization() > REST) {
                break;
            }
        }
    }

    /// Makes it as large as the cards need.
    private void spread() {
        int n = x.length;
        if (n < 2) {
            return;
        }
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double around = 0;
        for (int k = 0; k < n; k++) {
            around += Math.hypot(x[k] - meanX, y[k] - meanY);
        }
        double factor = around < 1e-9 ? 1 : PER_CARD * Math.sqrt(n) * 0.45 / (around / n);
        for (int k = 0; k < n; k++) {
            // cards are wider than high
            x[k] = (x[k] - meanX) * factor * 1.25;
            y[k] = (y[k] - meanY) * factor * 0.8;
        }
    }

    /// Moves cards that lie on each other apart, along the shorter way; whether any did.
    private boolean pushApart() {
        int n = x.length;
        Integer[] byLeft = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(byLeft, Comparator.comparingDouble(k -> x[k] - halfWidth(k)));
        boolean any = false;
        for (int i = 0; i < n; i++) {
            int a = byLeft[i];
            for (int j = i + 1; j < n; j++) {
                int b = byLeft[j];
                if (x[b] - halfWidth(b) > x[a] + halfWidth(a) + 3 * BETWEEN_CARDS) {
                    break;
                }
                any |= pushApart(a, b);
            }
        }
        return any;
    }

    private boolean pushApart(int a, int b) {
        double tooNearX = halfWidth(a) + halfWidth(b) + BETWEEN_CARDS - Math.abs(x[a] - x[b]);
        double tooNearY = halfHeight(a) + halfHeight(b) + BETWEEN_CARDS - Math.abs(y[a] - y[b]);
        if (tooNearX <= 0.01 || tooNearY <= 0.01) {
            return false;
        }
        if (tooNearX < tooNearY) {
            double push = (tooNearX / 2 + 0.01) * (x[a] <= x[b] ? 1 : -1);
            x[a] -= push;
            x[b] += push;
        } else {
            double push = (tooNearY / 2 + 0.01) * (y[a] <= y[b] ? 1 : -1);
            y[a] -= push;
            y[b] += push;
        }
        return true;
    }

    private double halfWidth(int k) {
        return width(visible.cards().get(k)) / 2;
    }

    private double halfHeight(int k) {
        return sizes.height(visible.cards().get(k)) / 2;
    }

    /// A straight line between two boxes, from border to border.
    private static Curve between(Rect a, Rect b) {
        return Curve.straight(border(a, b), border(b, a));
    }

    private static Point border(Rect box, Rect other) {
        double dx = other.centerX() - box.centerX();
        double dy = other.centerY() - box.centerY();
        double x = dx == 0 ? Double.MAX_VALUE : box.width() / 2 / Math.abs(dx);
        double y = dy == 0 ? Double.MAX_VALUE : box.height() / 2 / Math.abs(dy);
        double part = Math.min(1, Math.min(x, y));
        return new Point(box.centerX() + part * dx, box.centerY() + part * dy);
    }
}
