package wengert.editor;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import wengert.run.Run;
import wengert.session.Session;
import wengert.source.Diagnostic;
import wengert.source.Span;

/// What is wrong, in full, below the program. Each sentence leads to its place.
final class Problems extends VBox {

    private static final int MOST = 3;

    private final Session session;
    private final Consumer<Span> goTo;

    // held here because the session's list holds it only weakly
    private final ListChangeListener<Diagnostic> changed = _ -> show();

    Problems(Session session, Consumer<Span> goTo) {
        this.session = session;
        this.goTo = goTo;
        getStyleClass().add("problems");
        setId("problems");
        managedProperty().bind(visibleProperty());
        session.diagnostics().addListener(changed);
        show();
    }

    private void show() {
        getChildren().clear();
        session.diagnostics().stream().limit(MOST).map(this::sentence).forEach(getChildren()::add);
        int more = session.diagnostics().size() - MOST;
        if (more > 0) {
            var button = sentence(session.diagnostics().get(MOST));
            button.setText("and %d more".formatted(more));
            getChildren().add(button);
        }
        setVisible(!getChildren().isEmpty());
    }

    private Button sentence(Diagnostic diagnostic) {
        Run run = session.run().get();
        String place =
                run == null ? "" : "line " + run.source().line(diagnostic.span().start()) + ": ";
        String hint = diagnostic.hint() == null ? "" : " – " + diagnostic.hint();
        var button = new Button(place + diagnostic.message() + hint);
        button.getStyleClass().setAll("problem");
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(true);
        button.setOnAction(_ -> goTo.accept(diagnostic.span()));
        return button;
    }
}
