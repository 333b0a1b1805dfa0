package wengert.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.trace.Group;

/// Arranges cards in layers from left to right, by ELK's layered algorithm.
///
/// Arguments enter a card on the left in the order of their slots, one above the other. The order in which the
/// program was written breaks ties. One layout is one object; it can be cancelled from any thread.
public final class LayeredLayout {

    /// ELK recurses as deep as the graph is long.
    private static final long STACK = 512L << 20;

    private static final int MOST_CARDS = 2000;
    private static final double MARGIN = 28;
    private static final double GROUP_MARGIN = 14;
    private static final double BETWEEN_CARDS = 24;
    private static final double LEAST_GAP = 72;
    private static final double MOST_GAP = 124;

    private final VisibleGraph visible;
    private final Sizes sizes;
    private volatile boolean cancelled;

    private final Map<Group, ElkNode> groups = new HashMap<>();
    private final List<ElkNode> cards = new ArrayList<>();
    private final List<ElkEdge> links = new ArrayList<>();

    public LayeredLayout(VisibleGraph visible, Sizes sizes) {
        this.visible = visible;
        this.sizes = sizes;
    }

    /// Ends the layout soon; it then ends with a [CancellationException].
    public void cancel() {
        cancelled = true;
    }

    /// A plain arrangement at once, to look at until the good one is there.
    public static Placement draft(VisibleGraph visible, Sizes sizes) {
        return new Draft(visible, sizes).placement(null);
    }

    /// Does the work on a thread of its own, which has the large stack it takes.
    public CompletableFuture<Placement> start() {
        var result = new CompletableFuture<Placement>();
        var thread =
                new Thread(
                        null,
                        () -> {
                            try {
                                result.complete(place());
                            } catch (CancellationException _) {
                                result.cancel(false);
                            } catch (RuntimeException | Error e) {
                                result.completeExceptionally(e);
                            }
                        },
                        "layout",
                        STACK);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /// Does the work and waits for it.
    public Placement finish() {
        return start().join();
    }

    private Placement place() {
        int count = visible.cards().size();
        if (count > MOST_CARDS) {
            String remark =
                    "%,d cards are too many to arrange well: this is a plain draft"
                            .formatted(count);
            return new Draft(visible, sizes).placement(remark);
        }
        ElkNode root = build();
        if (!visible.cards().isEmpty()) {
            new RecursiveGraphLayoutEngine().layout(root, new Cancellable());
        }
        stopIfCancelled();
        return new Harvest(visible, sizes, this::boxOf, this::bendsOf, groups, MARGIN).placement();
    }

    private void stopIfCancelled() {
        if (cancelled) {
            throw new CancellationException("the layout was cancelled");
        }
    }

    private final class Cancellable extends BasicProgressMonitor {
        @Override
        public boolean isCanceled() {
            return cancelled;
        }

        @Override
        protected BasicProgressMonitor doSubTask(float work, int levels) {
            return new Cancellable();
        }

        @Override
        protected void doBegin(String name, float work, boolean top, int levels) {
            stopIfCancelled();
        }
    }

    private ElkNode build() {
        ElkNode root = ElkGraphUtil.createGraph();
        configure(root);
        for (Card card : visible.cards()) {
            Group in = card.in();
            ElkNode node = ElkGraphUtil.createNode(in == null ? root : elk(in, root));
            node.setDimensions(sizes.width(card) + sizes.beside(card), sizes.height(card));
            node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            cards.add(node);
        }
        var entries = new HashMap<Card, Integer>();
        for (Link link : visible.links()) {
            entries.merge(link.to(), 1, Integer::sum);
        }
        var used = new HashMap<Card, Integer>();
        for (Link link : visible.links()) {
            ElkEdge edge = ElkGraphUtil.createEdge(null);
            edge.getSources().add(exit(link.from()));
            int number = used.merge(link.to(), 1, Integer::sum) - 1;
            edge.getTargets().add(entry(link.to(), number, entries.getOrDefault(link.to(), 1)));
            ElkGraphUtil.updateContainment(edge);
            links.add(edge);
        }
        return root;
    }

    /// A group comes in the order of its first card.
    private ElkNode elk(Group group, ElkNode root) {
        ElkNode known = groups.get(group);
        if (known != null) {
            return known;
        }
        Group outer = visible.around(group);
        ElkNode node = ElkGraphUtil.createNode(outer == null ? root : elk(outer, root));
        configure(node);
        double top = GROUP_MARGIN + sizes.titleHeight();
        node.setProperty(
                CoreOptions.PADDING, new ElkPadding(top, GROUP_MARGIN, GROUP_MARGIN, GROUP_MARGIN));
        // ELK 0.12.1 forgets to count the nodes of nested graphs, and then stumbles over it
        node.setProperty(
                InternalProperties.MAX_MODEL_ORDER_NODES, visible.cards().size() + groups.size());
        groups.put(group, node);
        return node;
    }

    private ElkPort exit(Card card) {
        ElkNode node = cards.get(card.index());
        for (ElkPort port : node.getPorts()) {
            if (port.getProperty(CoreOptions.PORT_SIDE) == PortSide.EAST) {
                return port;
            }
        }
        return port(node, PortSide.EAST, node.getWidth(), node.getHeight() / 2);
    }

    private ElkPort entry(Card card, int k, int count) {
        ElkNode node = cards.get(card.index());
        return port(node, PortSide.WEST, 0, entryHeight(node.getHeight(), k, count));
    }

    /// Slots are spread over the middle of the card's side.
    static double entryHeight(double height, int k, int count) {
        double step = Math.min(30, (height - 24) / count);
        return height / 2 + (k - (count - 1) / 2.0) * step;
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setDimensions(0, 0);
        port.setLocation(x, y);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        return port;
    }

    private void configure(ElkNode graph) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        graph.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
        graph.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(60, 40));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_CARDS);
        graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 16.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 12.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, gap());
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
        graph.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        graph.setProperty(LayeredOptions.THOROUGHNESS, thoroughness());
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
    }

    /// How often ELK tries again for fewer crossings.
    private int thoroughness() {
        int count = visible.cards().size();
        return count <= 80 ? 10 : count <= 400 ? 5 : 2;
    }

    /// Wide enough for the longest label to lie between two layers.
    private double gap() {
        double widest = 0;
        for (Link link : visible.links()) {
            widest = Math.max(widest, sizes.label(link));
        }
        return Math.clamp(widest + 12, LEAST_GAP, MOST_GAP);
    }

    private Rect boxOf(Card card) {
        ElkNode node = cards.get(card.index());
        KVector at = ElkGraphUtil.containingGraph(node) == null ? new KVector() : absolute(node);
        return new Rect(at.x, at.y, sizes.width(card), sizes.height(card));
    }

    static KVector absolute(ElkNode node) {
        var at = new KVector(node.getX(), node.getY());
        for (ElkNode p = node.getParent(); p != null; p = p.getParent()) {
            at.add(p.getX(), p.getY());
        }
        return at;
    }

    /// Where ELK leads a link, between its ends.
    private List<Point> bendsOf(Link link) {
        ElkEdge edge = links.get(link.index());
        var bends = new ArrayList<Point>();
        ElkNode around = edge.getContainingNode();
        KVector origin = around == null ? new KVector() : absolute(around);
        for (ElkEdgeSection section : edge.getSections()) {
            bends.add(new Point(section.getStartX() + origin.x, section.getStartY() + origin.y));
            for (ElkBendPoint bend : section.getBendPoints()) {
                bends.add(new Point(bend.getX() + origin.x, bend.getY() + origin.y));
            }
            bends.add(new Point(section.getEndX() + origin.x, section.getEndY() + origin.y));
        }
        return bends;
    }

    /// Lays out a little graph, so that the first real one does not pay for loading ELK.
    public static void warmUp() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        @Nullable ElkNode last = null;
        for (int k = 0; k < 4; k++) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(10, 10);
            if (last != null) {
                ElkGraphUtil.createSimpleEdge(last, node);
            }
            last = node;
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    }
}
