package wengert.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import wengert.display.VisibleGraph.Link;
import wengert.layout.Curve;
import wengert.layout.Placement;
import wengert.layout.Rect;

/// Which links run side by side from one spot to another, as far as can be told from far away. Of each such bundle one
/// link is painted, the thicker the more there are.
///
/// Spots are cells of a grid over the whole picture, so that every tile finds the same bundles.
final class Bundles {

    /// About how wide a spot is on the screen.
    private static final double SPOT = 12;

    /// By the index of the link: all that run with it, itself included, in their order.
    private final List<List<Link>> together;

    private final Placement placement;
    private final double side;

    private record Way(long fromX, long fromY, long toX, long toY) {}

    private Bundles(Placement placement, double side) {
        this.placement = placement;
        this.side = side;
        var bundles = new HashMap<Way, List<Link>>();
        var all = new ArrayList<List<Link>>();
        for (Link link : placement.visible().links()) {
            List<Link> bundle =
                    bundles.computeIfAbsent(way(placement.link(link)), _ -> new ArrayList<>(2));
            bundle.add(link);
            all.add(bundle);
        }
        together = all;
    }

    static Bundles of(Placement placement, Lens at) {
        return new Bundles(placement, side(at));
    }

    /// Whether they are the same through another lens.
    boolean fit(Lens at) {
        return side == side(at);
    }

    /// Spots grow by doubling, so that there are not others at each step of a zoom.
    private static double side(Lens at) {
        double wanted = SPOT * at.ratio() / at.scale();
        return Math.scalb(1.0, Math.getExponent(wanted));
    }

    private Way way(Curve curve) {
        return new Way(
                cell(curve.start().x()),
                cell(curve.start().y()),
                cell(curve.end().x()),
                cell(curve.end().y()));
    }

    private long cell(double x) {
        return (long) Math.floor(x / side);
    }

    /// All links that run with a link, itself included, in their order.
    List<Link> with(Link link) {
        return together.get(link.index());
    }

    /// Where all of a link's bundle is.
    Rect around(Link link) {
        Rect around = placement.link(link).bounds();
        for (Link other : with(link)) {
            around = around.with(placement.link(other).bounds());
        }
        return around;
    }
}
