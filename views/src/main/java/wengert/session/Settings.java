package wengert.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// How the user likes it: what views do by themselves, and what they show.
public final class Settings {

    private final BooleanProperty follow = new SimpleBooleanProperty(this, "follow", true);
    private final BooleanProperty minimap = new SimpleBooleanProperty(this, "minimap", true);
    private final BooleanProperty calm = new SimpleBooleanProperty(this, "calm");

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
}
