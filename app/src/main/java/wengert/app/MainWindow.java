package wengert.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import wengert.canvas.GraphCanvas;
import wengert.chain.ChainRulePane;
import wengert.editor.EditorPane;
import wengert.exporting.Scope;
import wengert.inputs.InputsPane;
import wengert.mode.ModeBar;
import wengert.results.ResultsPane;
import wengert.session.Session;
import wengert.theme.Look;
import wengert.theme.Occasional;
import wengert.timeline.TimelineKeys;
import wengert.timeline.TimelinePane;

/// The window, put together from its views. A new view is one more line here.
final class MainWindow {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    static final double NARROWEST = 900;
    static final double LOWEST = 600;

    /// How much larger than usual the chain rule and the timeline are when they are presented.
    private static final double PRESENTED = 1.4;

    private static final double LARGEST_PRESENTED = 2.4;

    private final Session session;
    private final Notices notices = new Notices();
    private final Documents documents;
    private final Scene scene;
    private final EditorPane editor;
    private final InputsPane inputs;
    private final GraphCanvas graph;
    private final Panels panels = new Panels();
    private final Overlay overlay = new Overlay();
    private final Orders orders;
    private final TopBar bar;
    private final Columns columns;
    private final ChainRulePane chain;
    private final Magnified below;

    MainWindow(Session session, FileDialogs dialogs, Runnable quit) {
        this(session, dialogs, quit, new Properties());
    }

    /// @param memory what dialogs remember from one time to the next
    MainWindow(Session session, FileDialogs dialogs, Runnable quit, Properties memory) {
        this.session = session;
        documents = new Documents(session, dialogs, notices);
        editor = new EditorPane(session);
        inputs = new InputsPane(session);
        graph = new GraphCanvas(session);
        var export = new ExportMenu(session, dialogs, notices, this::scope, memory);
        orders =
                new Orders(
                        session,
                        documents,
                        editor,
                        inputs,
                        graph,
                        panels,
                        overlay,
                        export::open,
                        quit);
        bar = new TopBar(session, documents, export, orders);
        var right = sized(new Details(session), 190);
        columns = new Columns(program(), stage(), right);
        chain = new ChainRulePane(session, right.widthProperty());
        below = new Magnified(new VBox(chain, new TimelinePane(session)));
        var page = new BorderPane(columns);
        page.setTop(bar);
        page.setBottom(below);
        var root = new StackPane(page, notices);
        Occasional.in(root, notices, overlay);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        root.getStyleClass().add("wengert");
        session.stale().addListener((_, _, stale) -> root.pseudoClassStateChanged(STALE, stale));
        scene = new Scene(root);
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, this::leaveEditor);
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveEditor);
        Shades.follow(panels, session.dark());
        Look.follow(scene, session.dark());
        TimelineKeys.install(scene, session);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::askForKeys);
        scene.setOnDragOver(this::allowFiles);
        scene.setOnDragDropped(this::takeFile);
        scene.windowProperty().subscribe(this::focusGraphWhenShown);
        panels.program().subscribe(this::arrange);
        panels.list().subscribe(this::arrange);
        panels.chain().subscribe(this::arrange);
        panels.presenting().addListener((_, _, presenting) -> present(presenting));
        panels.fullScreen().addListener((_, _, full) -> fill(full));
    }

    /// What the window has to remember.
    void keepIn(Remembered remembered) {
        remembered.keep("left", columns.leftWidth());
        remembered.keep("right", columns.rightWidth());
        remembered.keep("program", panels.program());
        remembered.keep("list", panels.list());
        remembered.keep("chain", panels.chain());
        remembered.keep("shade", panels.shade(), Panels.Shade::name, Panels.Shade::valueOf);
        remembered.keep("recent", documents.recent());
    }

    Panels panels() {
        return panels;
    }

    Orders orders() {
        return orders;
    }

    private void arrange() {
        boolean presenting = panels.presenting().get();
        columns.show(panels.program().get() && !presenting, panels.list().get() && !presenting);
        bar.setVisible(!presenting);
        bar.setManaged(!presenting);
        boolean showChain = panels.chain().get() || presenting;
        chain.setVisible(showChain);
        chain.setManaged(showChain);
    }

    /// Only what the room is to look at, and that large.
    private void present(boolean presenting) {
        panels.fullScreen().set(presenting);
        below.factor().set(presenting ? PRESENTED : 1);
        graph.largestFit().set(presenting ? LARGEST_PRESENTED : GraphCanvas.LARGEST_FIT);
        arrange();
        graph.requestFocus();
        Platform.runLater(graph::lookAfresh);
    }

    private void fill(boolean full) {
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreen(full);
        }
    }

    /// A question mark where nothing is being written asks for the keys.
    private void askForKeys(KeyEvent event) {
        boolean writing =
                event.getTarget() instanceof TextInputControl || isInEditor(event.getTarget());
        if (event.getCharacter().equals("?") && !writing && !overlay.isDisplay()) {
            orders.perform(WindowCommand.KEYS);
            event.consume();
        }
    }

    private void allowFiles(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void takeFile(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            Path file = files.getFirst().toPath();
            event.setDropCompleted(true);
            event.consume();
            Platform.runLater(() -> documents.openAgain(file)); // the drag is over by then
        }
    }

    /// What of the graph is to be seen.
    private Scope scope() {
        return new Scope(
                graph.inView(),
                session.attention().selected().get(),
                session.settings().detail().get(),
                session.settings().arrangement().get(),
                graph.placement());
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
                        if (window instanceof Stage stage) {
                            stage.fullScreenProperty()
                                    .addListener((_, _, full) -> leftFullScreen(full));
                        }
                    });
        }
    }

    /// Escape ends a full screen whatever it shows, and so a presentation.
    private void leftFullScreen(boolean full) {
        if (!full) {
            panels.fullScreen().set(false);
            panels.presenting().set(false);
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

    /// Left: what is written, what goes in, and what it came to.
    private Node program() {
        var written = new VBox(title("PROGRAM"), editor);
        VBox.setVgrow(editor, Priority.ALWAYS);
        var results = new ResultsPane(session);
        VBox.setVgrow(results, Priority.ALWAYS);
        var came = sized(new VBox(inputs, results), 0);
        var split = new SplitPane(sized(written, 0), came);
        inputs.maxHeightProperty().bind(split.heightProperty().multiply(0.33));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        return sized(split, 190);
    }

    /// In the middle: the graph, and above it which sweep over it is looked at.
    private Region stage() {
        var stage = new BorderPane(graph);
        stage.setTop(new StackPane(new ModeBar(session), new WayOut(panels.presenting())));
        return sized(stage, 240);
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
