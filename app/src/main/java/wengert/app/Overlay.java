package wengert.app;

import atlantafx.base.controls.ModalPane;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What lies over the window while it is asked for: the list of commands, the settings. Escape or a click beside it
/// ends it, and the keyboard goes back to where it was.
final class Overlay extends ModalPane {

    private @Nullable Node before;

    Overlay() {
        setId("overlay");
        displayProperty()
                .addListener((_, _, shown) -> {
                    if (!shown) {
                        setContent(null);
                    }
                    if (!shown && before != null) {
                        before.requestFocus();
                        before = null;
                    }
                });
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
    }

    /// Shows something and gives it the keyboard.
    void ask(Node content) {
        if (before == null && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        show(content);
        content.requestFocus();
    }
}
