package wengert.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import wengert.drawing.Detail;
import wengert.explore.Descent;
import wengert.layout.Arrangement;

/// How the user likes it: what views do by themselves, and what they show.
public final class Settings {

    private final BooleanProperty follow = new SimpleBooleanProperty(this, "follow", true);
    private final BooleanProperty minimap = new SimpleBooleanProperty(this, "minimap", true);
    private final BooleanProperty calm = new SimpleBooleanProperty(this, "calm");

    private final ObjectProperty<Detail> detail =
            new SimpleObjectProperty<>(this, "detail", Detail.USUAL);
    private final BooleanProperty legend = new SimpleBooleanProperty(this, "legend");

    private final ObjectProperty<Arrangement> arrangement =
            new SimpleObjectProperty<>(this, "arrangement", Arrangement.DEFAULT);

    private final ObjectProperty<Descent> descent =
            new SimpleObjectProperty<>(this, "descent", new Descent(0.1, 1000, 0));

    Settings() {}

    /// Whether the graph keeps the node at work in view.
    public BooleanProperty follow() {
        return follow;
    }

    /// Whether the whole graph is shown small in a corner of itself.
    public BooleanProperty minimap() {
        return minimap;
    }

    /// Whether things change at once instead of moving.
    public BooleanProperty calm() {
        return calm;
    }

    /// What cards and links show, and in how many digits.
    public ObjectProperty<Detail> detail() {
        return detail;
    }

    /// How graphs are laid out.
    public ObjectProperty<Arrangement> arrangement() {
        return arrangement;
    }

    /// How far a descent goes, and with how much momentum. Its step size belongs to the program.
    public ObjectProperty<Descent> descent() {
        return descent;
    }

    /// Whether the shapes, signs and colours of the graph are explained beside it.
    public BooleanProperty legend() {
        return legend;
    }
}
