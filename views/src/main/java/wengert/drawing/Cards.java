package wengert.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.layout.Sizes;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.Scalar;
import wengert.value.Value;

/// What is written on cards and links, and how large that makes them.
///
/// A card has the same size at every moment of the sweep: room is kept for what will arrive.
public final class Cards implements Sizes {

    static final double PADDING = 14;
    static final double SIGN = 16;
    static final double LABEL = 11.5;
    static final double NUMBER = 13;
    static final double ON_LINK = 12;
    static final double IN_LABEL = 9;
    static final double RESULT = 17;
    static final double ARROW = 40;
    static final double TITLE = 11.5;

    /// How far the cards behind that of a folded group look out.
    static final double BEHIND = 6;

    private static final double NARROWEST = 120;
    private static final double WIDEST = 270;
    private static final double STEP = 10;
    private static final double ROOM_FOR_COUNT = 46; // "1 of 2"
    private static final double LOW = 46;
    private static final double MIDDLE = 72;
    private static final double HIGH = 96;
    private static final double VALUE_LINE = 24;
    private static final double WIDEST_LABEL = 130;
    private static final double WIDEST_SHORT_LABEL = 84;

    /// In pictures with more cards, links say what the local derivative is, and no longer that of what by what.
    private static final int MOST_CARDS_WITH_FORMULAS = 24;

    private static final int MOST_LABELS = 400;
    private static final int MOST_SHARES_MEASURED = 20;

    /// The words on a card, which are the same at every moment.
    ///
    /// @param sign top left
    /// @param label top right, quieter
    /// @param single whether the sign is all there is to say about the value
    record Words(String sign, Face face, String label, boolean single) {

        double signSize() {
            return single ? NUMBER : SIGN;
        }
    }

    /// Which numbers cards show.
    ///
    /// @param adjoints whether they show what a sweep brings: adjoints, or tangents
    public record Detail(boolean values, boolean adjoints) {
        public static final Detail ALL = new Detail(true, true);
    }

    private final VisibleGraph visible;
    private final Storyboard story;
    private final Detail detail;
    private final Formulas formulas;
    private final Frame end;
    private final String result;
    private final List<Words> words = new ArrayList<>();
    private final double[] widths;
    private final double[] heights;
    private final Map<Graph.Edge, String> labels = new HashMap<>();

    /// @param result what the result is called, on an arrow out of its card; empty for no arrow
    public Cards(VisibleGraph visible, Storyboard story, String result) {
        this(visible, story, result, Detail.ALL);
    }

    /// @param detail what there is to be seen; cards that show less are smaller
    public Cards(VisibleGraph visible, Storyboard story, String result, Detail detail) {
        this.visible = visible;
        this.story = story;
        this.detail = detail;
        this.result = result;
        formulas = new Formulas(visible.graph());
        end = story.frame(story.length());
        widths = new double[visible.cards().size()];
        heights = new double[visible.cards().size()];
        for (Card card : visible.cards()) {
            Words said = say(card);
            words.add(said);
            heights[card.index()] = said.single ? LOW : height(hasBar(card));
            widths[card.index()] = width(card, said);
        }
    }

    public VisibleGraph visible() {
        return visible;
    }

    public Storyboard story() {
        return story;
    }

    public String result() {
        return result;
    }

    @Override
    public double width(Card card) {
        return widths[card.index()];
    }

    @Override
    public double height(Card card) {
        return heights[card.index()];
    }

    @Override
    public double beside(Card card) {
        if (showsResult(card)) {
            return ARROW + 10 + Typesetter.width(result, Face.ITALIC, RESULT) + 4;
        }
        return card instanceof GroupCard ? BEHIND + 1 : 0;
    }

    @Override
    public double label(Link link) {
        if (!end.passes(link.edges().getFirst())) {
            return 0;
        }
        if (visible.links().size() > MOST_LABELS) {
            return WIDEST_SHORT_LABEL;
        }
        String text = label(link.edges().getFirst());
        double widest = brief() ? WIDEST_SHORT_LABEL : WIDEST_LABEL;
        return Math.min(widest, Typesetter.width(text, Face.MONO, ON_LINK) + 2 * IN_LABEL);
    }

    private double height(boolean bar) {
        double inner = bar ? HIGH : MIDDLE;
        return detail.values() ? inner : Math.max(LOW, inner - VALUE_LINE);
    }

    private boolean brief() {
        return visible.cards().size() > MOST_CARDS_WITH_FORMULAS;
    }

    @Override
    public double labelHeight() {
        return 24;
    }

    @Override
    public double titleHeight() {
        return 20;
    }

    boolean showsResult(Card card) {
        return !result.isEmpty() && visible.shows(card, visible.graph().output());
    }

    Words words(Card card) {
        return words.get(card.index());
    }

    /// The local derivative, as it is written on its edge.
    synchronized String label(Graph.Edge edge) {
        return labels.computeIfAbsent(edge, this::chosenLabel);
    }

    private String chosenLabel(Graph.Edge edge) {
        String whole = brief() ? "" : formulas.label(edge);
        double room = WIDEST_LABEL - 2 * IN_LABEL;
        boolean fits = Typesetter.width(whole, Face.MONO, ON_LINK) <= room;
        return !whole.isEmpty() && fits ? whole : formulas.shortLabel(edge);
    }

    /// Whether a card has a line for its value.
    boolean showsValue(Card card) {
        return detail.values() && !words(card).single();
    }

    /// Whether a card has a line for what the sweep brings.
    boolean hasBar(Card card) {
        if (!detail.adjoints()) {
            return false;
        }
        Node node = VisibleGraph.shownOf(card);
        return end.arrival(node) != Frame.Arrival.NONE || end.tangent(node) != null;
    }

    private Words say(Card card) {
        return switch (card) {
            case NodeCard single -> say(single.node());
            case GroupCard group -> say(group);
        };
    }

    private Words say(Node node) {
        String name = node.name();
        String size = Digits.size(node.plain());
        String behind = size.isEmpty() ? "" : " · " + size;
        return switch (node.kind()) {
            case INPUT ->
                    new Words(visible.graph().label(node), Face.ITALIC, "input" + behind, false);
            case CONSTANT -> {
                boolean number = node.plain() instanceof Scalar;
                yield number && name == null
                        ? new Words(Digits.text(node.plain()), Face.MONO, "constant", true)
                        : new Words(
                                name == null ? visible.graph().label(node) : name,
                                Face.ITALIC,
                                "constant" + behind,
                                false);
            }
            case OPERATION -> {
                var op = node.op();
                String sign = op == null ? "" : sign(op.sign());
                yield new Words(sign, Face.BOLD, definition(node, sign), false);
            }
        };
    }

    /// A sign as large as a sign on a card has to be.
    private static String sign(String sign) {
        return switch (sign) {
            case "-" -> "−";
            case "⋅", "·" -> "•";
            default -> sign;
        };
    }

    /// `h = v₂ = 2x`; what does not fit is left out from the right.
    private String definition(Node node, String sign) {
        String label = visible.graph().label(node);
        String name = node.name();
        String start = name == null || name.equals(label) ? label : name + " = " + label;
        String whole = start + " = " + formulas.definitionText(node);
        double room = WIDEST - 2 * PADDING - 14 - Typesetter.width(sign, Face.BOLD, SIGN);
        for (String text : List.of(whole, start)) {
            if (Typesetter.width(text, Face.SANS, LABEL) <= room) {
                return text;
            }
        }
        return label;
    }

    private static Words say(GroupCard card) {
        var turns = new HashSet<Group>();
        for (Node node : card.nodes()) {
            for (Group g = node.group(); g != null && !g.equals(card.group()); g = g.parent()) {
                if (g.kind() == Group.Kind.TURN && card.group().equals(g.parent())) {
                    turns.add(g);
                }
            }
        }
        String title = title(card.group());
        return new Words(
                turns.isEmpty() ? title : title + " × " + turns.size(),
                Face.BOLD,
                card.nodes().size() + " operations",
                false);
    }

    /// What a group is called.
    static String title(Group group) {
        return switch (group.kind()) {
            case TURN -> "turn " + (group.turn() > 0 ? group.turn() : group.title());
            case CALL -> group.title() + "( )";
            case STUDY, LOOP, BROADCAST, SWEEP -> group.title();
        };
    }

    private double width(Card card, Words said) {
        double head =
                Typesetter.width(said.sign, said.face, said.signSize())
                        + 14
                        + Typesetter.width(said.label, Face.SANS, LABEL);
        double widest = head;
        if (!said.single) {
            Node node = VisibleGraph.shownOf(card);
            double more = end.allShares(node) > 1 ? ROOM_FOR_COUNT : 0;
            if (detail.values()) {
                widest = Math.max(widest, numberWidth(node.plain()));
            }
            if (detail.adjoints()) {
                for (@Nullable Value adjoint : growing(node)) {
                    widest = Math.max(widest, numberWidth(adjoint) + more);
                }
                widest = Math.max(widest, numberWidth(end.tangent(node)));
            }
        }
        double snug = Math.ceil((widest + 2 * PADDING) / STEP) * STEP;
        return said.single ? Math.clamp(snug, 60, WIDEST) : Math.clamp(snug, NARROWEST, WIDEST);
    }

    /// Every adjoint that the node's card will show, or where they are very many, the last.
    private List<@Nullable Value> growing(Node node) {
        return end.allShares(node) <= MOST_SHARES_MEASURED
                ? new ArrayList<>(story.adjoints(node))
                : Collections.singletonList(end.adjoint(node));
    }

    private static double numberWidth(@Nullable Value value) {
        return value == null ? 0 : Typesetter.width(Digits.text(value), Face.MONO, NUMBER);
    }
}
