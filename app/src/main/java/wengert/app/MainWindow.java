package wengert.app;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import wengert.canvas.GraphCanvas;
import wengert.chain.ChainRulePane;
import wengert.editor.EditorPane;
import wengert.mode.ModeBar;
import wengert.results.ResultsPane;
import wengert.session.Session;
import wengert.tape.TapePane;
import wengert.theme.Look;
import wengert.timeline.TimelineKeys;
import wengert.timeline.TimelinePane;

/// The window, put together from its views. A new view is one more line here.
final class MainWindow {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    static final double NARROWEST = 900;
    static final double LOWEST = 600;

    private final Session session;
    private final Notices notices = new Notices();
    private final Documents documents;
    private final Scene scene;
    private final EditorPane editor;
    private final GraphCanvas graph;
    private boolean arranged;

    MainWindow(Session session, FileDialogs dialogs, Runnable quit) {
        this.session = session;
        documents = new Documents(session, dialogs, notices);
        var tape = sized(new TapePane(session), 190);
        var bar = new TopBar(session, documents, new ExportMenu(session, dialogs, notices), quit);
        editor = new EditorPane(session);
        graph = new GraphCanvas(session);
        var columns = new SplitPane(program(), stage(), tape);
        columns.setId("columns");
        columns.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::noteDragging);
        columns.widthProperty().subscribe(width -> share(columns, width.doubleValue()));
        var page = new BorderPane(columns);
        page.setTop(bar);
        page.setBottom(moment(tape.widthProperty()));
        var root = new StackPane(page, notices);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        root.getStyleClass().add("wengert");
        session.stale().addListener((_, _, stale) -> root.pseudoClassStateChanged(STALE, stale));
        scene = new Scene(root);
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, this::leaveEditor);
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveEditor);
        Look.follow(scene, session.dark());
        TimelineKeys.install(scene, session.playback());
        scene.windowProperty().subscribe(this::focusGraphWhenShown);
    }

    Scene scene() {
        return scene;
    }

    Documents documents() {
        return documents;
    }

    Notices notices() {
        return notices;
    }

    /// The keyboard moves through the sweep until the user wants to write.
    private void focusGraphWhenShown(@Nullable Window window) {
        if (window != null) {
            window.addEventHandler(
                    WindowEvent.WINDOW_SHOWN,
                    _ -> {
                        scene.getRoot()
                                .applyCss(); // it is this that puts the graph into its column
                        graph.requestFocus();
                    });
        }
    }

    /// Whatever is clicked outside of the program takes the keyboard from it, if only for the graph.
    private void leaveEditor(MouseEvent event) {
        if (!isInEditor(event.getTarget()) && isInEditor(scene.getFocusOwner())) {
            graph.requestFocus();
        }
    }

    private void leaveEditor(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isInEditor(scene.getFocusOwner())) {
            graph.requestFocus();
            event.consume();
        }
    }

    private boolean isInEditor(@Nullable Object target) {
        for (Node n = target instanceof Node node ? node : null; n != null; n = n.getParent()) {
            if (n == editor) {
                return true;
            }
        }
        return false;
    }

    /// Until the user moves a divider, each column gets its part of the width.
    private void share(SplitPane columns, double width) {
        if (!arranged && width > 0) {
            double left = Math.clamp(0.262 * width, 240, 460);
            double right = Math.clamp(0.272 * width, 300, 520);
            columns.setDividerPositions(left / width, 1 - right / width);
        }
    }

    private void noteDragging(MouseEvent event) {
        arranged |=
                event.getTarget() instanceof Node node
                        && node.getStyleClass().contains("split-pane-divider");
    }

    /// Left: what is written, and what it came to.
    private Node program() {
        var written = new VBox(title("PROGRAM"), editor);
        VBox.setVgrow(editor, Priority.ALWAYS);
        var split = new SplitPane(sized(written, 0), sized(new ResultsPane(session), 0));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        return sized(split, 190);
    }

    /// In the middle: the graph, and above it which sweep over it is looked at.
    private Region stage() {
        var stage = new BorderPane(graph);
        stage.setTop(new ModeBar(session));
        return sized(stage, 240);
    }

    /// Below: this moment in symbols and words, and where it lies.
    private Node moment(ReadOnlyDoubleProperty rightColumn) {
        var chain = new ChainRulePane(session, rightColumn);
        var timeline = new TimelinePane(session);
        return new VBox(chain, timeline);
    }

    private static Label title(String text) {
        var title = new Label(text);
        title.getStyleClass().add("panel-title");
        return title;
    }

    private static Region sized(Region view, double narrowest) {
        view.setMinWidth(narrowest);
        return view;
    }
}
