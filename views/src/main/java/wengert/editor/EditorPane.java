package wengert.editor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.jspecify.annotations.Nullable;
import wengert.run.Run;
import wengert.session.Session;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.syntax.Lexer;
import wengert.syntax.Token;
import wengert.trace.Node;
import wengert.value.Value;

/// The program, to be read and written.
public final class EditorPane extends VBox {

    private static final double SMALLEST = 9;
    private static final double LARGEST = 40;

    private final Session session;
    private final CodeArea area = new CodeArea();
    private final Marginalia marginalia = new Marginalia(area);
    private final FindBar findBar = new FindBar(area);
    private final Popup popup = new Popup();
    private final Label popupText = new Label();
    private double fontSize = 13;

    // what the listeners hold on to weakly elsewhere
    private final ListChangeListener<Diagnostic> diagnosticsChanged = _ -> refresh();

    public EditorPane(Session session) {
        this.session = session;
        getStyleClass().add("editor");
        area.setId("program");
        area.getStyleClass().add("text-to-write");
        area.setParagraphGraphicFactory(EditorPane::lineNumber);
        area.setAccessibleText("The program");
        var scroll = new VirtualizedScrollPane<>(area);
        var stack = new StackPane(scroll, marginalia);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(findBar, stack, new Problems(session, this::goTo));
        Typing.install(area);
        installKeys();
        installPointing();
        followText();
        session.diagnostics().addListener(diagnosticsChanged);
        session.run().addListener(_ -> refresh());
        session.frame().addListener(_ -> annotate());
        session.pointed().addListener(_ -> annotate());
        session.stale().addListener(_ -> annotate());
        area.caretPositionProperty().addListener(_ -> colour());
    }

    private static Label lineNumber(int paragraph) {
        var number = new Label("%2d".formatted(paragraph + 1));
        number.getStyleClass().add("line-number");
        return number;
    }

    /// Puts the keyboard into the program.
    public void focusText() {
        area.requestFocus();
    }

    /// Opens the bar that finds words.
    public void find() {
        findBar.open();
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
                    if (!text.equals(area.getText())) {
                        area.replaceText(text);
                        area.getUndoManager().forgetHistory();
                        area.moveTo(0);
                        area.requestFollowCaret();
                    }
                });
    }

    private void installKeys() {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                        find();
                        event.consume();
                    }
                });
        area.addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    if (event.isShortcutDown() && event.getDeltaY() != 0) {
                        fontSize =
                                Math.clamp(
                                        fontSize + Math.signum(event.getDeltaY()),
                                        SMALLEST,
                                        LARGEST);
                        area.setStyle("-fx-font-size: " + fontSize + "px;");
                        event.consume();
                    }
                });
    }

    /// Pointing at an expression lights its node up everywhere, and says what it is; pointing at trouble
    /// says what is wrong.
    private void installPointing() {
        popupText.getStyleClass().add("popup-text");
        popupText.setWrapText(true);
        popupText.setMaxWidth(420);
        popup.getContent().add(popupText);
        popup.setAutoHide(true);
        area.setMouseOverTextDelay(Duration.ofMillis(250));
        area.addEventHandler(
                MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                event -> pointAt(event.getCharacterIndex(), event.getScreenPosition()));
        area.addEventHandler(
                MouseOverTextEvent.MOUSE_OVER_TEXT_END,
                _ -> {
                    popup.hide();
                    session.pointed().set(null);
                });
    }

    private void pointAt(int offset, Point2D screen) {
        Optional<Diagnostic> trouble =
                session.diagnostics().stream()
                        .filter(d -> reaches(d.span(), offset))
                        .min(Comparator.comparingInt(d -> d.span().length()));
        Node node = nodeAt(offset);
        String text;
        if (trouble.isPresent()) {
            String hint = trouble.get().hint();
            text = trouble.get().message() + (hint == null ? "" : "\n" + hint);
        } else if (node != null) {
            session.pointed().set(node);
            text = description(node);
        } else {
            return;
        }
        popupText.setText(text);
        popup.show(area, screen.getX() + 8, screen.getY() + 16);
    }

    private static boolean reaches(Span span, int offset) {
        return span.contains(offset)
                || (span.length() == 0 && Math.abs(span.start() - offset) <= 1);
    }

    private @Nullable Node nodeAt(int offset) {
        Frame frame = session.frame().get();
        if (frame == null || currentRun() == null) {
            return null;
        }
        return frame.graph().nodes().stream()
                .filter(n -> n.span().contains(offset) && frame.known(n))
                .min(Comparator.comparingInt(n -> n.span().length()))
                .orElse(null);
    }

    private String description(Node node) {
        Frame frame = session.frame().get();
        if (frame == null) {
            return "";
        }
        Value adjoint = frame.adjoint(node);
        return frame.graph().label(node)
                + " = "
                + Digits.text(node.plain())
                + (adjoint == null ? "" : "\nadjoint " + Digits.text(adjoint));
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
            return;
        }
        List<Token> tokens = Lexer.highlight(new SourceText("", area.getText()));
        var brackets = Brackets.at(area.getCaretPosition(), tokens);
        List<Diagnostic> trouble = currentRun() == null ? List.of() : session.diagnostics();
        area.setStyleSpans(
                0,
                Highlighter.styles(
                        length,
                        tokens,
                        trouble,
                        brackets == null ? List.of() : List.of(brackets.open(), brackets.close())));
    }

    private void annotate() {
        Run run = currentRun();
        Frame frame = session.frame().get();
        if (run == null) {
            marginalia.show(List.of(), Span.NONE, Span.NONE, false);
        } else if (session.stale().get() || frame == null) {
            marginalia.show(Notes.of(run, null, null), Span.NONE, Span.NONE, false);
        } else {
            marginalia.show(
                    Notes.of(run, session.study().get(), frame),
                    span(frame.atWork()),
                    span(session.pointed().get()),
                    frame.reversing());
        }
    }

    private static Span span(@Nullable Node node) {
        return node == null ? Span.NONE : node.span();
    }
}
