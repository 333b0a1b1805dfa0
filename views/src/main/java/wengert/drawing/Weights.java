package wengert.drawing;

import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Link;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Scalar;
import wengert.value.Value;

/// How much comes back on links: the thickness that says so, on a logarithmic scale.
///
/// The thickest link is that of the largest share of the whole sweep; the thinnest stands for a millionth of it and all
/// that is less. Of an array what counts is its length as a vector.
final class Weights {

    static final double THINNEST = 1.2;
    static final double THICKEST = 7.5;

    private static final double LEAST = 1e-6;
    private static final int MOST_EDGES_ASKED = 64;

    private final Storyboard story;
    private final boolean weighed;
    private double largest = -1;

    /// @param weighed whether links differ at all
    Weights(Storyboard story, boolean weighed) {
        this.story = story;
        this.weighed = weighed;
    }

    /// How thick a link is; 0 where thickness says nothing.
    double of(Link link, Frame frame) {
        if (!weighed) {
            return 0;
        }
        double most = 0;
        for (Graph.Edge edge :
                link.edges().subList(0, Math.min(MOST_EDGES_ASKED, link.edges().size()))) {
            Step.Share share = frame.passed(edge) ? story.share(edge) : null;
            most = share == null ? most : Math.max(most, size(share.share()));
        }
        return thickness(most);
    }

    /// How thick the link of a share of this size is.
    double thickness(double size) {
        double all = largest();
        if (!(size > 0) || !(all > 0)) {
            return THINNEST;
        }
        double part = 1 - Math.log(size / all) / Math.log(LEAST);
        return THINNEST + Math.clamp(part, 0, 1) * (THICKEST - THINNEST);
    }

    /// The size of the largest share of the sweep.
    synchronized double largest() {
        if (largest < 0) {
            double most = 0;
            for (Step step : story.steps()) {
                if (step instanceof Step.Share share) {
                    double size = size(share.share());
                    most = Double.isFinite(size) ? Math.max(most, size) : most;
                }
            }
            largest = most;
        }
        return largest;
    }

    /// Whether what a link hands back is zero, each number of it.
    boolean isZero(Link link) {
        if (link.edges().size() > MOST_EDGES_ASKED) {
            return false;
        }
        for (Graph.Edge edge : link.edges()) {
            Step.@Nullable Share share = story.share(edge);
            if (share == null || size(share.share()) != 0) {
                return false;
            }
        }
        return true;
    }

    /// The absolute value of a number, the length of a vector.
    static double size(Value value) {
        return switch (value) {
            case Complex z -> Math.hypot(z.toDouble(), z.imaginary());
            case Scalar number -> Math.abs(number.toDouble());
            case Fill fill -> size(fill.value()) * Math.sqrt(fill.length());
            case ArrayValue array -> length(array);
            default -> 0;
        };
    }

    private static double length(ArrayValue array) {
        boolean plain = array.elementType() != ElementType.ANY;
        double squares = 0;
        for (int i = 0; i < array.length(); i++) {
            double x = plain ? array.at(i) : size(array.get(i));
            squares += x * x;
        }
        return Math.sqrt(squares);
    }
}
