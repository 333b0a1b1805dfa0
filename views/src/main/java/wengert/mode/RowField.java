package wengert.mode;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.session.Session;
import wengert.sweep.Mode;
import wengert.trace.Graph;

/// The number that a reverse sweep begins at where several come out, or the sum of all: chosen from all there are.
final class RowField extends ComboBox<Mode> {

    private @Nullable Study listed;
    private boolean following;

    RowField(Session session) {
        setId("row");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(
                new Tooltip(
                        "What is differentiated: the sum of the numbers that come out, or one of them. V is the next, Shift+V the one before."));
        setConverter(new Names());
        managedProperty().bind(visibleProperty());
        valueProperty()
                .addListener((_, _, chosen) -> {
                    if (chosen != null && !following) {
                        session.watch(chosen);
                    }
                });
    }

    /// Shows where the sweep of a study begins; nothing where there is no choice.
    void follow(Mode now, @Nullable Study study) {
        following = true;
        if (study != listed) {
            listed = study;
            setValue(null); // it is called otherwise now
            setItems(
                    study == null
                            ? FXCollections.emptyObservableList()
                            : FXCollections.observableList(Mode.backward(study.graph())));
        }
        boolean back = !(now instanceof Mode.Forward);
        setValue(back ? now : null);
        setVisible(back && getItems().size() > 1);
        following = false;
    }

    private final class Names extends StringConverter<Mode> {

        @Override
        public String toString(@Nullable Mode mode) {
            if (listed == null || mode == null) {
                return "";
            }
            Graph graph = listed.graph();
            String all = graph.label(graph.output());
            return mode instanceof Mode.Row row
                    ? row.name(graph)
                    : Mode.numbers(graph.output().plain()) > 1 ? "sum of " + all : all;
        }

        @Override
        public Mode fromString(String text) {
            return getValue(); // nothing is written here
        }
    }
}
