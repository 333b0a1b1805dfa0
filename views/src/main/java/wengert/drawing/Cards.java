package wengert.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.Link;
import wengert.layout.Sizes;
import wengert.notation.Unicode;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.sweep.NonFinite;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.Value;
import wengert.value.WholeNumber;

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
    static final double BEFORE_TITLE = 14;
    static final double WIDEST = 270;

    /// How far the cards behind that of a folded group look out.
    static final double BEHIND = 6;

    /// Of a folded loop, the line that says how many turns it has and turns it.
    static final double TURNS = 24;

    /// Beside the title of a loop, the buttons that turn it.
    private static final double TURNING = 56;

    private static final double NARROWEST = 120;
    private static final double WIDEST_FOLDED = 480; // two numbers of all digits side by side
    private static final double STEP = 10;
    private static final double ROOM_FOR_MORE = 14; // "+" for what is still to come
    private static final double ROOM_FOR_WAITING = 44; // "not yet"
    private static final double BEFORE_KIND = 14;
    private static final double WIDEST_LABEL = 130;
    private static final double WIDEST_SHORT_LABEL = 84;

    /// In pictures with more cards, links say what the local derivative is, and no longer that of what by what.
    private static final int MOST_CARDS_WITH_FORMULAS = 24;

    private static final int MOST_LABELS = 400;
    private static final int MOST_SHARES_MEASURED = 20;

    private final VisibleGraph visible;
    private final Storyboard story;
    private final Detail detail;
    private final Exhibits exhibits;
    private final Formulas formulas;
    private final Frame end;
    private final String result;
    private final @Nullable NonFinite birth;
    private final Weights weights;
    private final List<Words> words = new ArrayList<>();
    private final List<CardPlan> plans = new ArrayList<>();
    private final Map<Card, Crossings> crossings = new HashMap<>();
    private final Map<Node, String> whats = new ConcurrentHashMap<>();
    private final Map<Graph.Edge, String> labels = new HashMap<>();

    /// @param result what the result is called, on an arrow out of its card; empty for an arrow without a name
    public Cards(VisibleGraph visible, Storyboard story, String result) {
        this(visible, story, result, Detail.USUAL);
    }

    /// @param detail what there is to be seen; cards that show less are smaller
    public Cards(VisibleGraph visible, Storyboard story, String result, Detail detail) {
        this.visible = visible;
        this.story = story;
        this.detail = detail;
        this.result = result;
        exhibits = new Exhibits(detail.digits(), WIDEST - 2 * PADDING);
        formulas = new Formulas(visible.graph(), detail.digits());
        end = story.frame(story.length());
        NonFinite value = NonFinite.firstValue(visible.graph());
        birth = value != null ? value : NonFinite.firstShare(visible.graph(), story.steps());
        weights = new Weights(story, detail.weighed());
        var wording = new Wording(visible, formulas, detail);
        for (Card card : visible.cards()) {
            Words said = wording.of(card);
            words.add(said);
            plans.add(plan(card, said));
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

    public Detail detail() {
        return detail;
    }

    /// Where the first NaN or infinity was born; null if there is none.
    @Nullable NonFinite birth() {
        return birth;
    }

    Weights weights() {
        return weights;
    }

    @Override
    public double width(Card card) {
        return plan(card).width();
    }

    @Override
    public double height(Card card) {
        return plan(card).height();
    }

    @Override
    public double beside(Card card) {
        if (showsResult(card)) {
            String name = name(card);
            double named = name.isEmpty() ? 0 : 10 + Typesetter.width(name, Face.ITALIC, RESULT);
            return ARROW + named + 4;
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
        return Typesetter.width(text, Face.MONO, ON_LINK) + 2 * IN_LABEL;
    }

    private boolean brief() {
        return visible.cards().size() > MOST_CARDS_WITH_FORMULAS;
    }

    @Override
    public double labelHeight() {
        return 24;
    }

    @Override
    public double title(Group group) {
        double text = Typesetter.width(visible.title(group), Face.MEDIUM, TITLE);
        return Math.ceil(text) + besideTitle(group);
    }

    /// What is around the title of an open group, on its left and right: of a loop also what turns it.
    double besideTitle(Group group) {
        return 2 * BEFORE_TITLE + (visible.turns(group) > 1 ? TURNING : 0);
    }

    @Override
    public double titleHeight() {
        return 20;
    }

    /// Whether a card has an arrow out of the graph.
    boolean showsResult(Card card) {
        return visible.graph().outputs().stream().anyMatch(output -> visible.shows(card, output));
    }

    /// What is written at that arrow.
    String name(Card card) {
        return visible.shows(card, visible.graph().output()) ? result : "";
    }

    Words words(Card card) {
        return words.get(card.index());
    }

    CardPlan plan(Card card) {
        return plans.get(card.index());
    }

    Exhibit exhibit(Value value) {
        return exhibits.of(value);
    }

    /// The local derivative, as it is written on its edge.
    synchronized String label(Graph.Edge edge) {
        return labels.computeIfAbsent(edge, this::chosenLabel);
    }

    /// All of it, or what is behind its `=`, a number if need be in fewer digits; where there is no room for that, of
    /// what by what it is. Never the beginning of a number, which would be another one.
    private String chosenLabel(Graph.Edge edge) {
        double room = (brief() ? WIDEST_SHORT_LABEL : WIDEST_LABEL) - 2 * IN_LABEL;
        String text = label(edge, formulas, room);
        if (fits(text, room)) {
            return text;
        }
        boolean number = formulas.localValue(edge) != null;
        for (int fewer = detail.digits().count() - 1; number && fewer > 0; fewer--) {
            text = label(edge, new Formulas(visible.graph(), new Digits(fewer)), room);
            if (fits(text, room)) {
                return text;
            }
        }
        String name = Unicode.text(formulas.partial(edge));
        String last = number || fits(name, room) ? name : text;
        return Typesetter.fit(last, Face.MONO, ON_LINK, room);
    }

    private String label(Graph.Edge edge, Formulas written, double room) {
        String whole = brief() ? "" : written.label(edge);
        return !whole.isEmpty() && fits(whole, room) ? whole : written.shortLabel(edge);
    }

    private static boolean fits(String label, double room) {
        return Typesetter.width(label, Face.MONO, ON_LINK) <= room;
    }

    /// What a node is, in words that are the same at every moment.
    String what(Node node) {
        String known = whats.get(node);
        if (known == null) {
            known = Description.what(node, formulas);
            whats.put(node, known);
        }
        return known;
    }

    /// Whether a card has a line for its value.
    boolean showsValue(Card card) {
        return detail.values() && !words(card).single();
    }

    /// Whether a card has a line for an adjoint.
    boolean hasAdjoint(Card card) {
        return detail.adjoints() && end.arrival(VisibleGraph.shownOf(card)) != Frame.Arrival.NONE;
    }

    /// Whether a card has a line for a tangent.
    boolean hasTangent(Card card) {
        return detail.adjoints() && end.tangent(VisibleGraph.shownOf(card)) != null;
    }

    /// The nodes whose adjoints a card shows once they have arrived.
    List<Node> adjointsOn(Card card) {
        return receiving(card).stream()
                .filter(node -> end.arrival(node) != Frame.Arrival.NONE)
                .toList();
    }

    /// The nodes whose tangents a card shows once they have arrived.
    List<Node> tangentsOn(Card card) {
        return receiving(card).stream().filter(node -> end.tangent(node) != null).toList();
    }

    private List<Node> receiving(Card card) {
        Crossings crossing = crossings.get(card);
        return !detail.adjoints()
                ? List.of()
                : crossing == null ? List.of(VisibleGraph.shownOf(card)) : crossing.nodes();
    }

    /// What crosses the border of a folded group.
    @Nullable Crossings crossings(Card card) {
        return crossings.get(card);
    }

    private CardPlan plan(Card card, Words said) {
        if (card instanceof GroupCard group) {
            var rows = new Crossings(detail, end, group);
            crossings.put(card, rows);
            double width = Math.max(said.width(), rows.width()) + 2 * PADDING;
            double snug = Math.ceil(width / STEP) * STEP;
            double height = rows.height() + (visible.turns(group.group()) > 1 ? TURNS : 0);
            return new CardPlan(
                    Math.clamp(snug, NARROWEST, WIDEST_FOLDED), "", false, height, 0, 0);
        }
        Node node = VisibleGraph.shownOf(card);
        int bars = (hasTangent(card) ? 1 : 0) + (hasAdjoint(card) ? 1 : 0);
        if (said.single() && bars == 0) {
            double snug = Math.ceil((said.width() + 2 * PADDING) / STEP) * STEP;
            return new CardPlan(Math.clamp(snug, 60, WIDEST), "", false, 0, 0, 0);
        }
        double widest = said.width();
        Exhibit value = detail.values() ? exhibit(node.plain()) : null;
        String kind = kind(node);
        if (value != null) {
            boolean beside = !kind.isEmpty() && node.plain() instanceof Scalar;
            double typed = beside ? BEFORE_KIND + Exhibit.smallWidth(kind) : 0;
            widest = Math.max(widest, value.width() + typed);
        }
        double bar = Exhibit.LINE;
        if (bars > 0) {
            List<Value> all = brought(node);
            for (int k = 0; k < all.size(); k++) {
                Exhibit exhibit = exhibit(all.get(k));
                double more = k < all.size() - 1 ? ROOM_FOR_MORE : 0;
                widest = Math.max(widest, Math.max(exhibit.width() + more, ROOM_FOR_WAITING));
                bar = Math.max(bar, exhibit.height());
            }
        }
        double snug = Math.ceil((widest + 2 * PADDING) / STEP) * STEP;
        double width = Math.clamp(snug, NARROWEST, WIDEST);
        double left = value == null ? 0 : width - 2 * PADDING - BEFORE_KIND - value.width();
        boolean above = value instanceof HeatMap;
        boolean shown = above || Exhibit.smallWidth(kind) <= left;
        double height = value == null ? 0 : value.height();
        return new CardPlan(width, shown ? kind : "", above, height, bars, bar);
    }

    /// What is said of a value beside its numbers: what these do not say already.
    private static String kind(Node node) {
        boolean leaf = node.kind() != Node.Kind.OPERATION; // its size is in the head
        return switch (node.plain()) {
            case ArrayValue array -> leaf ? Digits.type(array) : Digits.kind(array);
            case WholeNumber number -> Digits.type(number);
            case ShortFloat number -> Digits.type(number);
            case Value _ -> "";
        };
    }

    /// Everything that a sweep brings to a node: its tangent; every adjoint that its card will show, or where those are
    /// very many or take the same room whatever they are, the last.
    private List<Value> brought(Node node) {
        boolean last = end.allShares(node) > MOST_SHARES_MEASURED || Exhibits.isLarge(node.plain());
        List<@Nullable Value> all =
                last
                        ? Collections.singletonList(end.adjoint(node))
                        : new ArrayList<>(story.adjoints(node));
        var brought = new ArrayList<Value>();
        for (@Nullable Value adjoint : all) {
            if (adjoint != null) {
                brought.add(adjoint);
            }
        }
        Value tangent = end.tangent(node);
        if (tangent != null) {
            brought.add(tangent);
        }
        return brought;
    }
}
