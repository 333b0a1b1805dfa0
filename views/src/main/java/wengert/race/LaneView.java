package wengert.race;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import wengert.sweep.Race;

/// One mode on its way: what it has done, and the part of the Jacobian that it has.
final class LaneView extends VBox {

    /// How a mode fills the Jacobian.
    enum Fills {
        ROWS,
        COLUMNS
    }

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final double LONGEST_SIDE = 88;
    private static final double LARGEST_CELL = 22;

    private final String unit;
    private final Fills fills;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label counts = new Label();
    private final Region matrix = new Region();
    private final Region filled = new Region();

    LaneView(String name, String unit, Fills fills) {
        this.unit = unit;
        this.fills = fills;
        getStyleClass().addAll("lane", fills == Fills.ROWS ? "reverse-lane" : "forward-lane");
        var title = new Label(name);
        title.getStyleClass().add("lane-title");
        counts.getStyleClass().add("lane-counts");
        counts.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        matrix.getStyleClass().add("lane-matrix");
        filled.getStyleClass().add("lane-filled");
        filled.setManaged(false);
        var picture =
                new Region() {
                    {
                        getChildren().addAll(matrix, filled);
                    }

                    @Override
                    protected void layoutChildren() {
                        matrix.resizeRelocate(0, 0, matrix.getPrefWidth(), matrix.getPrefHeight());
                    }

                    @Override
                    protected double computePrefWidth(double height) {
                        return LONGEST_SIDE;
                    }

                    @Override
                    protected double computePrefHeight(double width) {
                        return matrix.getPrefHeight();
                    }
                };
        picture.setMinWidth(USE_PREF_SIZE);
        var words = new VBox(title, bar, counts);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("lane-words");
        var line = new HBox(picture, words);
        line.getStyleClass().add("lane-line");
        getChildren().add(line);
    }

    /// @param operations how many this mode has done by now
    void show(Race race, Race.Lane lane, long operations) {
        double cell =
                Math.min(
                        LARGEST_CELL,
                        LONGEST_SIDE / Math.max(1, Math.max(race.rows(), race.columns())));
        double width = Math.max(2, cell * race.columns());
        double height = Math.max(2, cell * race.rows());
        matrix.setPrefSize(width, height);
        int passes = lane.passesAfter(operations);
        double part = lane.passes() == 0 ? 0 : passes / (double) lane.passes();
        filled.resizeRelocate(
                0,
                0,
                fills == Fills.ROWS ? width : width * part,
                fills == Fills.ROWS ? height * part : height);
        bar.setProgress(operations / (double) Math.max(1, lane.total()));
        pseudoClassStateChanged(DONE, operations >= lane.total());
        counts.setText(
                "%,d of %,d operations · pass %,d of %,d · %,d of %,d %s · keeps %,d numbers"
                        .formatted(
                                operations,
                                lane.total(),
                                Math.min(passes + 1, lane.passes()),
                                lane.passes(),
                                passes,
                                lane.passes(),
                                unit,
                                lane.stored()));
        requestLayout();
    }
}
