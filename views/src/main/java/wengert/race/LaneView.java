package wengert.race;

import java.util.function.ObjIntConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.story.Digits;
import wengert.sweep.Race;

/// One mode on its way: what it has done, and the part of the Jacobian that it has found.
final class LaneView extends VBox {

    /// How a mode fills the Jacobian.
    enum Fills {
        ROWS,
        COLUMNS
    }

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final String unit;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label state = new Label();
    private final Label counts = new Label();
    private final CellsView cells;

    LaneView(String name, String unit, Fills fills, ObservableBooleanValue dark) {
        this.unit = unit;
        cells = new CellsView(dark, fills);
        getStyleClass().addAll("lane", fills == Fills.ROWS ? "reverse-lane" : "forward-lane");
        var title = new Label(name);
        title.getStyleClass().add("lane-title");
        state.getStyleClass().add("lane-state");
        counts.getStyleClass().add("lane-counts");
        counts.setWrapText(true);
        counts.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(new HBox(title, space, state), bar, counts, cells);
    }

    /// Told the row and column of the Jacobian pointed at; negative ones when none is any more.
    void onPointed(ObjIntConsumer<Integer> told) {
        cells.onPointed(told);
    }

    /// Another Jacobian.
    ///
    /// @param numbers null where they have not been found out
    void open(Found found, double @Nullable [][] numbers, Digits digits) {
        cells.show(found, numbers, digits);
    }

    void repaint() {
        cells.paint();
    }

    /// @param operations how many this mode has done by now
    void show(Race.Lane lane, long operations) {
        int passes = lane.passesAfter(operations);
        double part =
                lane.pass() == 0 || passes >= lane.passes()
                        ? 0
                        : (operations - lane.values() - lane.pass() * passes)
                                / (double) lane.pass();
        cells.fill(passes + Math.clamp(part, 0, 1));
        bar.setProgress(operations / (double) Math.max(1, lane.total()));
        boolean done = operations >= lane.total();
        pseudoClassStateChanged(DONE, done);
        state.setText(
                done
                        ? "there"
                        : operations < lane.values()
                                ? "computing the values"
                                : "pass %,d of %,d".formatted(passes + 1, lane.passes()));
        counts.setText(
                "%,d of %,d operations · %,d of %,d %s · keeps %,d numbers"
                        .formatted(
                                operations,
                                lane.total(),
                                passes,
                                lane.passes(),
                                unit,
                                lane.stored()));
    }
}
