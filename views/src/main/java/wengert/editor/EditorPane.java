package wengert.editor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;
import wengert.run.Run;
import wengert.session.Session;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.story.Frame;
import wengert.syntax.Lexer;
import wengert.syntax.Token;
import wengert.theme.Gradually;
import wengert.theme.Occasional;
import wengert.trace.Node;

/// The program, to be read and written.
public final class EditorPane extends VBox {

    private static final double SMALLEST = 9;
    private static final double LARGEST = 40;
    private static final double USUAL = 13;

    private final Session session;
    private final CodeArea area = new CodeArea();
    private final Marginalia marginalia = new Marginalia(area);
    private final FindBar findBar = new FindBar(area);
    private final CompletionPopup completion;
    private final Typing typing;
    private final StackPane text;

    /// The lines that come into sight are made then.
    private final Gradually scrolling = new Gradually();

    private double fontSize = USUAL;
    private @Nullable Run followed;

    // which text has which colours
    private String coloured = "";
    private @Nullable StyleSpans<Collection<String>> colours;

    // held here because the session's list holds it only weakly
    private final ListChangeListener<Diagnostic> diagnosticsChanged = _ -> refresh();

    public EditorPane(Session session) {
        this.session = session;
        getStyleClass().add("editor");
        area.setId("program");
        area.getStyleClass().add("text-to-write");
        area.setParagraphGraphicFactory(LineNumber::new);
        area.setAccessibleText("The program");
        var scroll = new VirtualizedScrollPane<>(area);
        text = new StackPane(scroll, marginalia);
        text.getStyleClass().add("program-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(text, new Problems(session, this::goTo));
        Occasional.in(this, null, findBar);
        completion = CompletionPopup.install(area); // before what the same keys do otherwise
        typing = Typing.install(area);
        installKeys();
        Pointing.install(area, session, this::currentRun);
        followText();
        session.diagnostics().addListener(diagnosticsChanged);
        session.run().addListener(_ -> refresh());
        session.frame().addListener(_ -> annotate());
        session.frame().addListener((_, _, frame) -> follow(frame));
        session.pointed().addListener(_ -> annotate());
        session.stale().addListener(_ -> annotate());
        area.caretPositionProperty().addListener(_ -> colour());
        session.attention().source().addListener((_, _, span) -> select(span));
        area.heightProperty().addListener(_ -> keepCaretInSight());
    }

    /// Puts the keyboard into the program.
    public void focusText() {
        area.requestFocus();
    }

    /// Opens the bar that finds words.
    public void find() {
        findBar.find();
    }

    /// Opens the same bar with room for what to put in their place.
    public void findAndReplace() {
        findBar.findAndReplace();
    }

    /// Offers the names that could stand at the caret.
    public void offerNames() {
        completion.ask();
    }

    /// Makes a comment of the lines of the selection, or undoes it.
    public void toggleComment() {
        typing.toggleComment();
    }

    /// Puts the caret on the next place where something is wrong; after the last comes the first.
    public void goToNextMistake() {
        int caret = area.getCaretPosition();
        List<Span> places = mistakes();
        places.stream()
                .filter(place -> place.start() > caret)
                .findFirst()
                .or(() -> places.stream().findFirst())
                .ifPresent(this::goTo);
    }

    /// The same backwards.
    public void goToMistakeBefore() {
        int caret = area.getCaretPosition();
        List<Span> places = mistakes().reversed();
        places.stream()
                .filter(place -> place.start() < caret)
                .findFirst()
                .or(() -> places.stream().findFirst())
                .ifPresent(this::goTo);
    }

    private List<Span> mistakes() {
        return session.diagnostics().stream()
                .map(Diagnostic::span)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    /// What is wrong is told below the program, which leaves it less room.
    private void keepCaretInSight() {
        if (area.isFocused()) {
            area.requestFollowCaret();
        }
    }

    /// Selects what somebody else points out in the source.
    private void select(@Nullable Span span) {
        if (span == null) {
            return;
        }
        area.selectRange(
                Math.min(span.start(), area.getLength()), Math.min(span.end(), area.getLength()));
        area.requestFollowCaret();
        area.requestFocus();
        session.attention().source().set(null);
    }

    private void goTo(Span span) {
        area.moveTo(Math.min(span.start(), area.getLength()));
        area.requestFollowCaret();
        area.requestFocus();
    }

    private void followText() {
        area.replaceText(session.text().get());
        area.getUndoManager().forgetHistory();
        area.moveTo(0);
        colour();
        area.textProperty()
                .addListener((_, _, text) -> {
                    session.text().set(text);
                    refresh();
                });
        session.text()
                .addListener((_, _, text) -> {
                    if (session.revising()) {
                        revise(text);
                    } else if (!text.equals(area.getText())) {
                        area.replaceText(text);
                        area.getUndoManager().forgetHistory();
                        area.moveTo(0);
                        area.requestFollowCaret();
                    }
                });
    }

    /// Changes no more than what differs, so that it can be undone and the caret stays where it is.
    private void revise(String text) {
        String old = area.getText();
        int shorter = Math.min(old.length(), text.length());
        int same = 0;
        while (same < shorter && old.charAt(same) == text.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same
                && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        int end = old.length() - tail;
        int caret = area.getCaretPosition();
        area.getUndoManager().preventMerge();
        area.replaceText(same, end, text.substring(same, text.length() - tail));
        area.getUndoManager().preventMerge();
        area.moveTo(caret <= same ? caret : Math.max(same, caret + text.length() - old.length()));
    }

    /// The keys of the program and of the bar above it; those that look for something work anywhere in
    /// the window.
    private void installKeys() {
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    if (event.isShortcutDown() && event.getDeltaY() != 0) {
                        enlarge(Math.signum(event.getDeltaY()));
                        event.consume();
                    }
                });
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        var keys = scene.getAccelerators();
                        keys.put(KeyCombination.valueOf("Shortcut+F"), this::find);
                        keys.put(KeyCombination.valueOf("Shortcut+H"), findBar::findAndReplace);
                        keys.put(KeyCombination.valueOf("F8"), this::goToNextMistake);
                        keys.put(KeyCombination.valueOf("Shortcut+Period"), this::goToNextMistake);
                        keys.put(KeyCombination.valueOf("Shift+F8"), this::goToMistakeBefore);
                    }
                });
    }

    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case F -> find();
            case H -> findBar.findAndReplace();
            case PLUS, EQUALS, ADD -> enlarge(1);
            case MINUS, SUBTRACT -> enlarge(-1);
            case DIGIT0, NUMPAD0 -> enlarge(USUAL - fontSize);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enlarge(double by) {
        fontSize = Math.clamp(fontSize + by, SMALLEST, LARGEST);
        text.setStyle("-fx-font-size: " + fontSize + "px;");
        marginalia.forget();
    }

    /// The run of exactly the text that stands here; null while there is none.
    private @Nullable Run currentRun() {
        Run run = session.run().get();
        return run != null && run.source().text().equals(area.getText()) ? run : null;
    }

    private void refresh() {
        colour();
        annotate();
    }

    private void colour() {
        int length = area.getLength();
        if (length == 0) {
            coloured = "";
            return;
        }
        List<Token> tokens = Lexer.highlight(new SourceText("", area.getText()));
        var brackets = Brackets.at(area.getCaretPosition(), tokens);
        List<Diagnostic> trouble = currentRun() == null ? List.of() : session.diagnostics();
        var styles =
                Highlighter.styles(
                        length,
                        tokens,
                        trouble,
                        brackets == null ? List.of() : List.of(brackets.open(), brackets.close()));
        String text = area.getText();
        if (!text.equals(coloured) || !styles.equals(colours)) {
            coloured = text;
            colours = styles;
            Repainted.between(area.getStyleSpans(0, length), styles)
                    .ifPresent(part -> area.setStyleSpans(part.from(), part.styles()));
        }
    }

    private void annotate() {
        Run run = currentRun();
        Frame frame = session.frame().get();
        if (run == null) {
            marginalia.show(List.of());
        } else if (session.stale().get() || frame == null) {
            marginalia.show(Notes.of(run, null, null));
        } else {
            marginalia.show(
                    Notes.of(run, session.study().get(), frame),
                    span(frame.atWork()),
                    Mentions.of(run.source(), frame.graph(), session.pointed().get()),
                    frame.reversing());
        }
    }

    /// Brings the expression at work into sight when the reader moves on in the sweep; not when only the program has
    /// run again, because then the reader is writing.
    private void follow(@Nullable Frame frame) {
        Run run = currentRun();
        boolean moved = run != null && run == followed;
        followed = run;
        if (moved && frame != null && !session.stale().get()) {
            Span span = span(frame.atWork());
            scrolling.begin(List.of(() -> bringIntoSight(span)));
        } else {
            scrolling.begin(List.of()); // what waits is about another text
        }
    }

    private void bringIntoSight(Span span) {
        if (span.equals(Span.NONE) || span.start() > area.getLength()) {
            return;
        }
        int line = area.offsetToPosition(span.start(), Bias.Forward).getMajor();
        if (!isInSight(line)) {
            area.showParagraphAtCenter(line);
        }
    }

    /// Whether all of a line can be seen: the lines at the edges may be cut.
    private boolean isInSight(int line) {
        int shown = area.getVisibleParagraphs().size();
        if (shown < 2) {
            return false;
        }
        int first = area.visibleParToAllParIndex(0);
        return (first < line || line == 0 && first == 0)
                && line < area.visibleParToAllParIndex(shown - 1);
    }

    private static Span span(@Nullable Node node) {
        return node == null ? Span.NONE : node.span();
    }
}
