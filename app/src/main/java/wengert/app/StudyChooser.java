package wengert.app;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import wengert.run.Run;
import wengert.run.Study;
import wengert.session.Session;

/// Which differentiated call is being looked at.
final class StudyChooser extends ComboBox<Study> {

    private final Session session;
    private final Map<Study, String> titles = new HashMap<>();

    // held here because the session's list holds it only weakly
    private final ListChangeListener<Study> changed = _ -> name();

    StudyChooser(Session session) {
        super(session.studies());
        this.session = session;
        setId("study");
        setPromptText("nothing differentiated yet");
        setTooltip(new Tooltip("The differentiated call to look at"));
        setMinWidth(120);
        setMaxWidth(300);
        setButtonCell(new TitleCell());
        setCellFactory(_ -> new TitleCell());
        session.studies().addListener(changed);
        name();
        session.study().addListener(_ -> setValue(chosen()));
        setValue(chosen());
        valueProperty()
                .addListener((_, _, study) -> {
                    if (study != null && study != chosen()) {
                        session.choose(study);
                    }
                });
        disableProperty().bind(Bindings.size(session.studies()).lessThan(1));
    }

    /// The program's study that is looked at, or that led to the derivative which is.
    private @Nullable Study chosen() {
        return session.trail().isEmpty() ? null : session.trail().getFirst().origin();
    }

    /// Each call with the line it stands in, as of the run it belongs to.
    private void name() {
        titles.clear();
        Run run = session.run().get();
        for (Study study : session.studies()) {
            String line = run == null ? "" : "   line " + run.source().line(study.call().start());
            titles.put(study, study.title().replaceAll("\\s+", " ") + line);
        }
    }

    private final class TitleCell extends ListCell<Study> {
        @Override
        protected void updateItem(@Nullable Study study, boolean empty) {
            super.updateItem(study, empty);
            setText(study == null || empty ? null : titles.getOrDefault(study, study.title()));
        }
    }
}
