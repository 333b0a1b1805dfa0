package wengert.plot;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import wengert.compile.FastGradient;
import wengert.drawing.Detail;
import wengert.drawing.Face;
import wengert.explore.Reach;
import wengert.explore.Slice;
import wengert.explore.Terrain;
import wengert.run.Study;
import wengert.session.Inputs;
import wengert.session.Newest;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.theme.Signs;
import wengert.value.Float64;
import wengert.value.Scalar;

/// The value along one number that goes in, with its derivative, or over two of them.
public final class PlotPane extends VBox {

    private static final int POINTS = 2000;

    /// Planes of ever more places each way; the first only where the next takes long.
    private static final int[] PLANES = {7, 24, 90};

    /// As long as this nobody minds that there is nothing to be seen, in nanoseconds.
    private static final long MOMENT = 200_000_000;

    /// When it is said how far it is.
    private static final Duration PATIENCE = Duration.millis(500);

    /// Instead of a second number.
    private static final int NONE = -1;

    private final Inputs inputs;
    private final ObservableValue<Detail> detail;
    private final ObservableValue<Boolean> shown;
    private final ComboBox<Integer> along = new ComboBox<>();
    private final ComboBox<Integer> over = new ComboBox<>();
    private final Label value = new Label();
    private final Label slope = new Label();
    private final Label note = new Label();
    private final Label progress = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final CurveChart curve;
    private final MapChart map;
    private final Newest worker;
    private List<String> names = List.of();
    private double[] rest = {};
    private boolean choosing;

    /// @param shown whether the pane is looked at; while it is not, it asks nothing
    public PlotPane(Session session, ObservableValue<Boolean> shown) {
        this.inputs = session.inputs();
        worker = session.newest();
        this.detail = session.settings().detail();
        session.settings().detail().addListener(_ -> read());
        this.shown = shown;
        curve = new CurveChart(session, shown);
        map = new MapChart(session, shown);
        getStyleClass().add("plot");
        setId("plot");
        URL styles = PlotPane.class.getResource("plot.css");
        if (styles != null) {
            getStylesheets().add(styles.toExternalForm());
        }
        note.getStyleClass().add("path-note");
        note.setWrapText(true);
        note.setId("plot-note");
        progress.getStyleClass().add("plot-progress");
        progress.setId("plot-progress");
        progress.setMouseTransparent(true);
        progress.setVisible(false);
        patience.setOnFinished(_ -> progress.setVisible(true));
        StackPane.setAlignment(progress, Pos.BOTTOM_RIGHT);
        var charts = new StackPane(curve, map, note, progress);
        VBox.setVgrow(charts, Priority.ALWAYS);
        getChildren().addAll(head(), charts);
        setMinHeight(0);
        inputs.study().addListener(_ -> follow());
        inputs.chosen()
                .addListener(_ -> {
                    choose();
                    read();
                });
        inputs.numbers().addListener(_ -> move());
        inputs.answer().addListener(_ -> read());
        curve.view().addListener(_ -> ask());
        shown.addListener(_ -> follow());
        along.valueProperty().addListener((_, _, k) -> take(k));
        over.valueProperty().addListener(_ -> ask());
        follow();
    }

    private HBox head() {
        chooser(along, "plot-along", "The number along the axis");
        chooser(over, "plot-over", "A second number, for lines of equal values");
        value.getStyleClass().add("plot-value");
        slope.getStyleClass().add("plot-slope");
        slope.setTooltip(new Tooltip("The derivative by the number along the axis"));
        value.setMinWidth(USE_PREF_SIZE);
        slope.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(along, new Label("×"), over, space, value, slope);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("plot-head");
        return head;
    }

    private void chooser(ComboBox<Integer> box, String id, String says) {
        box.setId(id);
        box.setTooltip(new Tooltip(says));
        box.setAccessibleText(says);
        box.setFocusTraversable(false);
        box.setMinWidth(50);
        box.setMaxWidth(96);
        box.setButtonCell(new NameCell());
        box.setCellFactory(_ -> new NameCell());
    }

    private final class NameCell extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer k, boolean empty) {
            super.updateItem(k, empty);
            if (empty || k == null) {
                setText(null);
                setGraphic(null);
            } else {
                Signs.put(this, k == NONE || k >= names.size() ? "–" : names.get(k), Face.MONO);
            }
        }
    }

    /// Another study, or the same once the program has run again.
    private void follow() {
        if (!shown.getValue()) {
            worker.giveUp();
            arrived();
            return;
        }
        if (!names.equals(inputs.names())) {
            names = inputs.names();
            choosing = true;
            along.getItems().setAll(IntStream.range(0, names.size()).boxed().toList());
            over.setValue(NONE);
            choosing = false;
            curve.slice().set(null);
            map.terrain().set(null);
        }
        choose();
        read();
    }

    /// Another number is looked along, wherever it was chosen.
    private void choose() {
        int k = inputs.chosen().get();
        if (!shown.getValue() || k >= Math.min(names.size(), inputs.names().size())) {
            ask();
            return;
        }
        choosing = true;
        boolean other = !Integer.valueOf(k).equals(along.getValue());
        along.setValue(k);
        offerOthers(k);
        double x = inputs.numbers().get()[k];
        if (other || !curve.view().get().holds(x)) {
            curve.view().set(inputs.reach(k).including(x));
        }
        choosing = false;
        ask();
    }

    /// For the second number: any but the first, since a plane has two of them.
    private void offerOthers(int first) {
        Integer second = over.getValue();
        var others = IntStream.range(NONE, names.size()).filter(k -> k != first).boxed().toList();
        if (!others.equals(over.getItems())) {
            over.getItems().setAll(others);
            over.setValue(others.contains(second) ? second : NONE);
        }
    }

    private void take(@Nullable Integer k) {
        if (k != null && !choosing) {
            inputs.chosen().set(k);
        }
    }

    /// Numbers have moved. Along the axis that moves only the point.
    private void move() {
        double[] now = inputs.numbers().get();
        int k = inputs.chosen().get();
        if (!shown.getValue() || k >= now.length) {
            return;
        }
        Reach view = curve.view().get();
        if (!view.holds(now[k]) && Double.isFinite(now[k])) {
            double by = now[k] < view.low() ? now[k] - view.low() : now[k] - view.high();
            double more = Math.signum(by) * view.width() / 8;
            curve.view().set(new Reach(view.low() + by + more, view.high() + by + more));
        } else if (rest.length != now.length || othersMoved(now)) {
            ask();
        }
    }

    private boolean othersMoved(double[] now) {
        for (int i = 0; i < now.length; i++) {
            boolean along = i == inputs.chosen().get() || isMap() && i == over.getValue();
            if (!along && now[i] != rest[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean isMap() {
        Integer second = over.getValue();
        return second != null && second != NONE && second < names.size();
    }

    private void ask() {
        if (choosing || !shown.getValue()) {
            return;
        }
        Study study = inputs.study().get();
        Optional<String> why = whyNot(study);
        boolean mapped = why.isEmpty() && isMap();
        note.setText(why.orElse(""));
        curve.setVisible(why.isEmpty() && !mapped);
        map.setVisible(mapped);
        if (why.isPresent() || study == null) {
            worker.giveUp();
            arrived();
            return;
        }
        rest = inputs.numbers().get().clone();
        double[] from = rest;
        FastGradient fast = study.fast();
        int k = inputs.chosen().get();
        progress.setText("Waiting for the first values …");
        if (!progress.isVisible()) {
            patience.playFromStart();
        }
        if (mapped) {
            int second = over.getValue();
            Reach across = inputs.reach(k).including(from[k]);
            Reach up = inputs.reach(second).including(from[second]);
            look(overtaken -> {
                long began = System.nanoTime();
                BooleanSupplier enough =
                        () -> overtaken.getAsBoolean() && System.nanoTime() - began > MOMENT;
                for (int count : PLANES) {
                    boolean last = count == PLANES[PLANES.length - 1];
                    Terrain found =
                            Terrain.of(
                                    fast,
                                    from,
                                    k,
                                    second,
                                    across,
                                    up,
                                    count,
                                    last ? overtaken : enough);
                    if ((last ? overtaken : enough).getAsBoolean()) {
                        return;
                    }
                    if (count > PLANES[0] || System.nanoTime() - began > MOMENT) {
                        tell(study, found);
                    }
                }
            });
            return;
        }
        Reach view = curve.view().get();
        look(overtaken ->
                Slice.grow(fast, from, k, view, POINTS, found -> tell(study, found), overtaken));
    }

    /// Has something worked out; where that fails, nothing is waited for any more.
    private void look(Consumer<BooleanSupplier> work) {
        worker.ask(overtaken -> {
            try {
                work.accept(overtaken);
            } catch (RuntimeException | Error wrong) {
                Platform.runLater(this::arrived);
                throw wrong;
            }
        });
    }

    private void tell(Study of, Slice found) {
        Platform.runLater(() -> {
            if (inputs.study().get() == of && inputs.chosen().get() == found.number()) {
                curve.slice().set(found);
                told("%,d of %,d points …", found.count(), POINTS);
            }
        });
    }

    private void tell(Study of, Terrain found) {
        Platform.runLater(() -> {
            boolean same = inputs.study().get() == of && inputs.chosen().get() == found.across();
            if (same && isMap() && over.getValue() == found.up()) {
                map.terrain().set(found);
                told(
                        "%1$d × %1$d of %2$d × %2$d places …",
                        found.count(), PLANES[PLANES.length - 1]);
            }
        });
    }

    /// @param sentence how far it is, if there is more to come
    private void told(String sentence, int known, int all) {
        if (known == all) {
            arrived();
        } else {
            progress.setText(sentence.formatted(known, all));
        }
    }

    private void arrived() {
        patience.stop();
        progress.setVisible(false);
    }

    /// Why there is nothing to be plotted.
    private Optional<String> whyNot(@Nullable Study study) {
        if (study == null) {
            return Optional.of(
                    "There is nothing to plot while the program differentiates nothing.");
        }
        if (inputs.names().isEmpty()) {
            return Optional.of(
                    "What goes in are not plain real numbers, so there is no axis for them.");
        }
        if (!(study.graph().output().plain() instanceof Scalar)) {
            return Optional.of(
                    "The result is an array, %s. A plot needs a single number, such as its sum."
                            .formatted(Digits.size(study.graph().output().plain())));
        }
        return Optional.empty();
    }

    private void read() {
        double[] gradient = inputs.gradient();
        int k = inputs.chosen().get();
        Digits digits = detail.getValue().digits();
        boolean any = k < gradient.length && Double.isFinite(inputs.value());
        value.setText(any ? digits.of(Float64.of(inputs.value())) : "");
        slope.setText(any ? "∂ " + digits.of(Float64.of(gradient[k])) : "");
    }
}
