package wengert.mode;

import java.util.List;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.session.Session;
import wengert.sweep.Mode;

/// The number that moves in forward mode: chosen from all there are, or written by its name or its
/// place among them.
final class DirectionField extends ComboBox<Mode.Forward> {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Pattern PLACE = Pattern.compile("\\d{1,9}");

    private final Session session;
    private final Tooltip tip = new Tooltip();
    private @Nullable Study listed;
    private boolean following;

    DirectionField(Session session) {
        this.session = session;
        setId("direction");
        setEditable(true);
        setFocusTraversable(false);
        getEditor().setPrefColumnCount(6);
        setTooltip(tip);
        setConverter(new Names());
        valueProperty()
                .addListener((_, _, chosen) -> {
                    if (chosen != null && !following) {
                        session.watch(chosen);
                    }
                });
        getEditor().textProperty().addListener(_ -> pseudoClassStateChanged(WRONG, false));
    }

    /// Shows the direction of the sweep that is looked at.
    void follow(Mode.Forward now) {
        Study study = session.study().get();
        following = true;
        if (study != null && study != listed) {
            listed = study;
            setItems(FXCollections.observableList(Mode.directions(study.graph())));
        }
        setValue(now);
        getEditor().setText(getConverter().toString(now));
        following = false;
        tip.setText(
                "The number that moves, one of %,d: choose it, or write %s or its place. V is the next, Shift+V the one before."
                        .formatted(getItems().size(), getConverter().toString(now)));
    }

    private final class Names extends StringConverter<Mode.Forward> {

        @Override
        public String toString(Mode.@Nullable Forward direction) {
            return listed == null || direction == null ? "" : direction.name(listed.graph());
        }

        /// What is meant by a text. What means nothing is marked, and the direction stays what it
        /// is.
        @Override
        public Mode.Forward fromString(String text) {
            Mode.Forward meant = meant(text.strip());
            pseudoClassStateChanged(WRONG, meant == null);
            if (meant == null) {
                tip.setText(
                        "No number that goes in is called “%s”. There are %,d: write a name, or a place from 1."
                                .formatted(text.strip(), getItems().size()));
            }
            return meant == null ? getValue() : meant;
        }

        private Mode.@Nullable Forward meant(String text) {
            List<Mode.Forward> all = getItems();
            if (PLACE.matcher(text).matches()) {
                int place = Integer.parseInt(text);
                return place >= 1 && place <= all.size() ? all.get(place - 1) : null;
            }
            return listed == null ? null : Mode.direction(listed.graph(), text);
        }
    }
}
