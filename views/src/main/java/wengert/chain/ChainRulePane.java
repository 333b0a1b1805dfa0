package wengert.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Notation;
import wengert.session.Playback;
import wengert.session.Session;
import wengert.story.ChainRule;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.Narration;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.trace.Node;

/// The formula of the current step, and beside it the sentence.
public final class ChainRulePane extends HBox {

    /// Setting a formula can take longer than a frame, so it is done away from the interface thread.
    private static final ExecutorService TYPESETTING =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("typesetting").daemon().factory());

    private static final String BEFORE = "Press play, or →, to compute the first value.";
    private static final String NOTHING =
            "Write a call such as gradient(f, x) to see how it is computed.";

    /// Played faster than this, what comes one after the other would flicker.
    private static final double UNHURRIED = 1;

    private final Session session;
    private final FormulaView formula = new FormulaView();
    private final TextFlow sentence = new TextFlow();
    private @Nullable ChainRule shown;
    private volatile int asked;

    /// Which question the formula on the screen answers.
    private int answered;

    /// Which node the signs of the formula are about.
    private Map<Notation, Node> meant = Map.of();

    /// @param rightColumn how wide the sentence is
    public ChainRulePane(Session session, ObservableValue<Number> rightColumn) {
        this.session = session;
        getStyleClass().add("chain-rule");
        var place = new ScrollPane(formula);
        place.setId("formula");
        place.getStyleClass().add("formula-place");
        place.setFitToHeight(true);
        place.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        place.setMinWidth(120);
        place.setFocusTraversable(false);
        place.viewportBoundsProperty()
                .addListener((_, _, b) -> formula.room(b.getWidth(), b.getHeight()));
        place.setContextMenu(new ContextMenu(copyItem()));
        HBox.setHgrow(place, Priority.ALWAYS);
        sentence.setId("sentence");
        sentence.getStyleClass().add("sentence");
        var words = new ScrollPane(sentence);
        words.getStyleClass().add("sentence-place");
        words.setFitToWidth(true);
        words.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        words.setFocusTraversable(false);
        words.setMinWidth(USE_PREF_SIZE);
        rightColumn.subscribe(width -> words.setPrefWidth(width.doubleValue()));
        getChildren().addAll(place, words);
        formula.onPointed(
                sign -> session.pointed().set(sign == null ? null : meant.get(bare(sign))));
        session.pointed().addListener((_, _, node) -> light(node));
        session.frame().addListener(_ -> show());
        session.running()
                .addListener(_ -> {
                    if (session.frame().get() == null) {
                        show();
                    }
                });
        session.playback()
                .progress()
                .addListener((_, _, progress) -> {
                    if (answered == asked
                            && progress.doubleValue() > 0) { // at 0 the next step comes at once
                        reveal();
                    }
                });
        Typeset.whenReady(() -> Platform.runLater(this::show));
        show();
    }

    private void show() {
        Frame frame = session.frame().get();
        String[] sentences = sentences(frame, session.running().get());
        sentence.getChildren().setAll(Signs.texts(sentences[0], Face.SANS, "sentence-first"));
        if (sentences.length > 1) {
            sentence.getChildren()
                    .addAll(Signs.texts(" " + sentences[1], Face.SANS, "sentence-second"));
        }
        ChainRule rule = frame == null ? null : ChainRule.of(frame);
        shown = rule;
        formula.setAccessibleText(rule == null ? "no formula yet" : rule.text());
        int ticket = asked + 1;
        asked = ticket;
        if (frame == null || rule == null) {
            set(List.of(), Map.of());
        } else if (Typeset.isReady()) {
            TYPESETTING.execute(() -> typeset(rule, frame, ticket));
        }
    }

    private void typeset(ChainRule rule, Frame frame, int ticket) {
        if (ticket != asked) {
            return; // the reader is elsewhere already
        }
        List<Typeset> pieces = pieces(rule);
        Map<Notation, Node> meanings = meanings(frame);
        Platform.runLater(() -> {
            if (ticket == asked) {
                set(pieces, meanings);
            }
        });
    }

    private void set(List<Typeset> pieces, Map<Notation, Node> meanings) {
        formula.show(pieces);
        answered = asked;
        reveal();
        meant = meanings;
        light(session.pointed().get());
    }

    /// While a step is played without haste, the rule comes first, then the local derivative, the numbers and the result:
    /// all of it is there when the share has arrived in the graph.
    private void reveal() {
        Playback playback = session.playback();
        boolean inTime = playback.playing().get() && playback.speed().get() <= UNHURRIED;
        formula.reveal(inTime ? playback.arrival() : 1);
    }

    private void light(@Nullable Node node) {
        formula.light(sign -> node != null && meant.get(bare(sign)) == node);
    }

    /// A number stands for the same as the sign that it is in the place of.
    private static Notation bare(Notation sign) {
        return sign instanceof Notation.Reading(Notation of, _) ? of : sign;
    }

    /// The names, adjoints and tangents of the node at work and its arguments; a partial derivative is about the node.
    private static Map<Notation, Node> meanings(Frame frame) {
        Node work = frame.atWork();
        if (work == null) {
            return Map.of();
        }
        var formulas = frame.formulas();
        var meanings = new HashMap<Notation, Node>();
        for (int slot = 0; slot < work.arguments().size(); slot++) {
            note(meanings, formulas, work.arguments().get(slot));
            meanings.put(formulas.partial(new Graph.Edge(work, slot)), work);
        }
        note(meanings, formulas, work);
        return meanings;
    }

    private static void note(Map<Notation, Node> meanings, Formulas formulas, Node node) {
        meanings.put(formulas.symbol(node), node);
        meanings.put(formulas.adjoint(node), node);
        meanings.put(formulas.tangent(node), node);
    }

    private static String[] sentences(@Nullable Frame frame, boolean running) {
        if (frame == null) {
            return new String[] {running ? "" : NOTHING};
        }
        if (frame.position() == 0) {
            return new String[] {BEFORE};
        }
        String said = Narration.of(frame);
        String end = said.contains(". ") ? "(?<=\\.) " : "(?<=:) ";
        return said.split(end, 2);
    }

    private static List<Typeset> pieces(ChainRule rule) {
        return rule.pieces().stream()
                .map(piece -> {
                    Notation notation = piece.notation();
                    Typeset set =
                            notation == null
                                    ? Typeset.of(piece.before())
                                    : Typeset.of(piece.before(), notation);
                    return piece.mayBreak() ? set.breaking() : set;
                })
                .toList();
    }

    private MenuItem copyItem() {
        var item = new MenuItem("Copy as LaTeX");
        item.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(shown == null ? "" : shown.latex());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return item;
    }
}
