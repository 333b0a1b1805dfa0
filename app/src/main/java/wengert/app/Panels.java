package wengert.app;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What of the window is shown, and how: which panels, in which shade, for one reader or for a room.
final class Panels {

    /// Light or dark.
    enum Shade {
        SYSTEM("As the system"),
        LIGHT("Light"),
        DARK("Dark");

        private final String title;

        Shade(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final BooleanProperty program = new SimpleBooleanProperty(this, "program", true);
    private final BooleanProperty list = new SimpleBooleanProperty(this, "list", true);
    private final BooleanProperty chain = new SimpleBooleanProperty(this, "chain", true);
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
    private final BooleanProperty fullScreen = new SimpleBooleanProperty(this, "fullScreen");
    private final ObjectProperty<Shade> shade =
            new SimpleObjectProperty<>(this, "shade", Shade.SYSTEM);

    /// The program, its inputs and its results.
    BooleanProperty program() {
        return program;
    }

    /// The Wengert list.
    BooleanProperty list() {
        return list;
    }

    /// The chain rule.
    BooleanProperty chain() {
        return chain;
    }

    /// Whether only the graph, the chain rule and the timeline are shown, large enough for the back row.
    BooleanProperty presenting() {
        return presenting;
    }

    BooleanProperty fullScreen() {
        return fullScreen;
    }

    ObjectProperty<Shade> shade() {
        return shade;
    }
}
