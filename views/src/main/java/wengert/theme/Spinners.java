package wengert.theme;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;

/// Fields for a number with arrows beside it, into which a number can be typed as well.
public final class Spinners {

    private Spinners() {}

    /// Lets a number be typed. What is none leaves the one that was there, which is to be seen again when typing is over.
    public static <T> void edit(Spinner<T> spinner) {
        spinner.setEditable(true);
        SpinnerValueFactory<T> numbers = spinner.getValueFactory();
        StringConverter<T> usual = numbers.getConverter();
        numbers.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return usual.toString(value);
                    }

                    @Override
                    public T fromString(String text) {
                        try {
                            T read = usual.fromString(text);
                            return read == null ? numbers.getValue() : read;
                        } catch (RuntimeException _) { // thrown for whatever cannot be read
                            return numbers.getValue();
                        }
                    }
                });
        spinner.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        spinner.getEditor().setText(usual.toString(spinner.getValue()));
                    }
                });
    }
}
