package wengert.canvas;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import wengert.layout.Rect;

/// A line to write in, where a title stands: Enter takes what is written, Escape leaves everything as it is.
final class TitleField extends TextField {

    private static final double WIDTH = 190;
    private static final double HEIGHT = 26;

    private final Runnable closed;
    private Consumer<String> taken = _ -> {};

    /// @param closed told when it is gone
    TitleField(Runnable closed) {
        this.closed = closed;
        setId("graph-title-field");
        getStyleClass().add("graph-title-field");
        setManaged(false);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        close();
                    }
                });
    }

    /// Asks for something.
    ///
    /// @param what what is asked for, to be read out
    /// @param now what it is at the moment
    /// @param at where the title stands in the window
    /// @param written told what has been written, if it is anything
    void ask(String what, String now, Rect at, Consumer<String> written) {
        taken = written;
        setAccessibleText(what);
        setPromptText(what);
        setText(now);
        resizeRelocate(at.x() + 6, at.y() + 4, WIDTH, HEIGHT);
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            String text = getText().strip();
            Consumer<String> told = taken;
            close();
            if (!text.isEmpty()) {
                told.accept(text);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void close() {
        if (isVisible()) {
            setVisible(false);
            taken = _ -> {};
            closed.run();
        }
    }
}
