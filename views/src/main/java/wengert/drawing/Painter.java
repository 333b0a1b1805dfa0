package wengert.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.display.LinkState;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.display.VisibleGraph.Stub;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.story.Frame;
import wengert.trace.Group;

/// Paints a moment of a sweep: a frame, where a placement has put things, in the colours of a theme.
///
/// A picture is painted from the bottom up: groups, links, cards, and on top what is on its way. Each of these can
/// be had by itself, so that whoever shows many pictures in a row need only paint what changed.
public final class Painter {

    private final Cards cards;
    private final Placement placement;
    private final Theme theme;

    /// What an ordinary card looks like from far away: not to be lost among the lines.
    private final Colour plain;

    private final CardPainter cardPainter;
    private final LinkPainter linkPainter;
    private final StubPainter stubPainter;

    /// By the card's index, where its arguments come in.
    private final Map<Integer, List<CardPainter.Port>> ports = new HashMap<>();

    public Painter(Cards cards, Placement placement, Theme theme) {
        this.cards = cards;
        this.placement = placement;
        this.theme = theme;
        plain = theme.muted().withOpacity(0.42).over(theme.background());
        cardPainter = new CardPainter(cards, placement.flow(), theme);
        stubPainter = new StubPainter(placement, theme);
        linkPainter = new LinkPainter(cards, placement, theme);
        for (Link link : placement.visible().links()) {
            if (link.to() instanceof NodeCard card) {
                int slot = link.edges().getFirst().slot();
                ports.computeIfAbsent(card.index(), _ -> new ArrayList<>())
                        .add(new CardPainter.Port(slot, placement.link(link)));
            }
        }
    }

    public Placement placement() {
        return placement;
    }

    public Theme theme() {
        return theme;
    }

    public Cards cards() {
        return cards;
    }

    /// The whole picture.
    ///
    /// @param phase how far what the step moves has come, from 0 to 1
    /// @param background whether it has a background of its own
    public Drawing paint(Frame frame, double phase, boolean background, String title) {
        Rect bounds = placement.bounds();
        var marks = new ArrayList<Mark>();
        marks.addAll(groups());
        for (Link link : placement.visible().links()) {
            marks.add(link(link, frame));
        }
        for (Card card : placement.visible().cards()) {
            marks.add(card(card, frame, phase));
        }
        marks.addAll(moving(frame, phase));
        var moved = new Mark.Part("graph", "graph", "", marks);
        return new Drawing(
                bounds.width(),
                bounds.height(),
                title,
                Description.of(frame),
                background ? theme.background() : null,
                List.of(new Mark.Moved(-bounds.x(), -bounds.y(), List.of(moved))));
    }

    /// Which entry of an array on a card is at a point of the picture, and what it is: `W[3, 2] = −0.5`; null for none.
    public @Nullable String entryAt(Card card, Frame frame, double x, double y) {
        return new Spots(cards, frame).at(card, placement.card(card), x, y);
    }

    /// What lies below links and cards: the boxes of the open groups, and the branches that were not taken.
    public List<Mark> groups() {
        var marks = new ArrayList<Mark>();
        int number = 0;
        for (var entry : placement.groups().entrySet()) {
            marks.add(group(number++, entry.getKey(), entry.getValue()));
        }
        placement.visible().stubs().forEach(stub -> marks.add(stub(stub)));
        return marks;
    }

    /// The box of an open group.
    ///
    /// @param number its place among the [Placement#groups]
    public Mark.Part group(int number, Group group, Rect box) {
        var parts = new ArrayList<Mark>();
        parts.add(
                new Mark.Box(
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height(),
                        14,
                        theme.group(),
                        new Stroke(theme.border(), 1)));
        parts.add(
                new Mark.Text(
                        title(group, box),
                        box.x() + Cards.BEFORE_TITLE,
                        box.y() + 20,
                        Face.MEDIUM,
                        Cards.TITLE,
                        theme.muted()));
        return new Mark.Part("group" + number, "group", placement.visible().title(group), parts);
    }

    private String title(Group group, Rect box) {
        double room = box.width() - cards.besideTitle(group);
        String whole = placement.visible().title(group);
        return Typesetter.fit(whole, Face.MEDIUM, Cards.TITLE, room);
    }

    /// Where the title of an open group ends; beside that of a loop there is room for what turns it.
    public double titleEnd(Group group, Rect box) {
        double width = Typesetter.width(title(group, box), Face.MEDIUM, Cards.TITLE);
        return box.x() + Cards.BEFORE_TITLE + width;
    }

    /// A branch that was not taken.
    public Mark.Part stub(Stub stub) {
        return stubPainter.paint(stub);
    }

    /// A link, as it is when nothing is on its way on it.
    public Mark.Part link(Link link, Frame frame) {
        return linkPainter.link(link, frame);
    }

    /// The colour of a link, where there is only room for its colour.
    public Colour colour(Link link, LinkState state) {
        return linkPainter.colour(link, state);
    }

    /// What is written first on a card, where there is hardly room for more.
    public String sign(Card card) {
        return cards.words(card).sign();
    }

    /// Whether the sign of a card says its value.
    public boolean single(Card card) {
        return cards.words(card).single();
    }

    /// A card where it stands.
    ///
    /// @param phase before 1 a share that is on its way has not been added
    public Mark.Part card(Card card, Frame frame, double phase) {
        return cardPainter.paint(card, placement.card(card), ports(card), frame, phase);
    }

    /// The same for a surface that keeps no words: to say what a card is takes longer than to paint it.
    public List<Mark> face(Card card, Frame frame, double phase) {
        return cardPainter.marks(card, placement.card(card), ports(card), frame, phase);
    }

    private List<CardPainter.Port> ports(Card card) {
        return ports.getOrDefault(card.index(), List.of());
    }

    /// What the step moves: values on their way to a node, a share on its way back, with its local derivative.
    public List<Mark> moving(Frame frame, double phase) {
        return linkPainter.moving(frame, phase);
    }

    /// The picture in words.
    public String describe(Frame frame) {
        return Description.of(frame);
    }

    /// Some of its cards in words.
    ///
    /// @param whole what all of the picture would be a graph of
    public String describe(String whole, Collection<Card> part, Frame frame) {
        return Description.part(whole, part, frame);
    }

    /// What a card is, in one sentence.
    public String describe(Card card, Frame frame) {
        return Description.card(cards, card, frame);
    }

    /// The colour of a card where there is only room for its colour.
    public Colour spot(Card card, Frame frame) {
        Colour accent = accent(card, frame);
        return accent == null ? plain : accent;
    }

    /// What sets a card off from others where there is only room for its colour; null for the ordinary one.
    public @Nullable Colour accent(Card card, Frame frame) {
        VisibleGraph visible = placement.visible();
        if (visible.works(card, frame)) {
            return theme.atWork();
        }
        var node = VisibleGraph.shownOf(card);
        return switch (frame.arrival(node)) {
            case COMPLETE, PARTIAL -> theme.adjoint();
            case AWAITED, NONE -> frame.tangent(node) != null ? theme.tangent() : null;
        };
    }
}
