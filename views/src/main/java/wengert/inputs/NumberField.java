package wengert.inputs;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import wengert.explore.Typed;
import wengert.session.Inputs;
import wengert.story.Digits;
import wengert.value.Float64;
import wengert.value.Show;

/// One number, to be read, typed, or moved with the arrow keys. While it is not being typed it has as many digits as the
/// user wants.
final class NumberField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Inputs inputs;
    private final int number;
    private final Consumer<String> refused;
    private Digits digits;
    private String written = "";
    private double value = Double.NaN;

    /// @param number which of the inputs' numbers
    /// @param refused told what is wrong with what was typed; nothing when that is over
    NumberField(Inputs inputs, int number, Digits digits, Consumer<String> refused) {
        this.inputs = inputs;
        this.number = number;
        this.digits = digits;
        this.refused = refused;
        getStyleClass().add("number-field");
        setPrefColumnCount(5);
        setId("input-" + number);
        setAccessibleText(inputs.names().get(number));
        focusedProperty().addListener((_, _, focused) -> look(focused));
        setOnAction(_ -> take());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Which of the inputs' numbers it is.
    int number() {
        return number;
    }

    /// It is that of another input: whatever was typed is over.
    void forget() {
        setAccessibleText(inputs.names().get(number));
        value = Double.NaN;
    }

    void show(double x) {
        if (x != value) {
            value = x;
            write();
        }
    }

    private void look(boolean focused) {
        if (focused) {
            inputs.chosen().set(number);
            if (!isWrong()) {
                write();
            }
        } else {
            take();
        }
    }

    /// Writes the number in other digits.
    void show(Digits chosen) {
        if (!chosen.equals(digits)) {
            digits = chosen;
            if (!isWrong()) {
                write();
            }
        }
    }

    private boolean isWrong() {
        return getPseudoClassStates().contains(WRONG);
    }

    private void write() {
        written = isFocused() ? Show.repr(Float64.of(value)) : digits.of(Float64.of(value));
        setText(written);
        if (isWrong()) {
            pseudoClassStateChanged(WRONG, false);
            refused.accept("");
        }
    }

    private void pressed(KeyEvent event) {
        double step = inputs.reach(number).step() * (event.isShiftDown() ? 10 : 1);
        if (event.getCode() == KeyCode.UP) {
            move(step);
        } else if (event.getCode() == KeyCode.DOWN) {
            move(-step);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            write();
        } else {
            return;
        }
        event.consume();
    }

    private void move(double by) {
        inputs.set(number, inputs.reach(number).snap(value + by));
        positionCaret(getLength());
    }

    /// Takes over what was typed. What is no number stays there to be corrected, and it is said what is wrong with it.
    private void take() {
        if (number >= inputs.names().size()) {
            return; // it was left because another program has come
        }
        if (getText().strip().equals(written)) {
            accept();
            return;
        }
        OptionalDouble typed = Typed.number(getText());
        if (typed.isEmpty()) {
            pseudoClassStateChanged(WRONG, true);
            String name = inputs.names().get(number);
            refused.accept(
                    "%s stays %s: %s. Escape brings it back."
                            .formatted(
                                    name, Show.repr(Float64.of(value)), Typed.refusal(getText())));
            return;
        }
        value = typed.getAsDouble();
        inputs.set(number, value);
        accept();
    }

    private void accept() {
        inputs.letGo();
        write();
    }
}
