package wengert.inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.compile.FastGradient;
import wengert.drawing.Face;
import wengert.explore.Reach;
import wengert.session.Inputs;
import wengert.story.Digits;
import wengert.sweep.Mode;
import wengert.theme.Signs;
import wengert.theme.Spinners;
import wengert.theme.Tip;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// One input: its name, a field for each of its numbers while they are few, and a slider for the one that was chosen last.
final class InputBlock extends VBox {

    /// Of an array with more numbers one is shown at a time.
    private static final int MOST_FIELDS = 12;

    /// How many characters there is room for beside a slider: a number that is longer is rounded, not cut.
    private static final int SLOPE = 9;

    private final Inputs inputs;
    private final int index;
    private final int first;
    private final int count;
    private final int rows;
    private final boolean array;
    private final Label name = new Label();
    private final Tip origin;
    private final List<NumberField> fields = new ArrayList<>();
    private final Handle slider;
    private final Label slope = new Label();
    private final Label entry = new Label();
    private final Consumer<String> refused;
    private Digits digits;
    private int chosen;

    /// Of an array with many numbers the field of the one that is shown, and which it is; else null.
    private @Nullable Picker picker;

    private record Picker(HBox place, Spinner<Integer> which) {}

    /// @param index which input
    /// @param first the number that it begins with
    /// @param name what it is called
    /// @param refused told what is wrong with what was typed; nothing when that is over
    InputBlock(
            Inputs inputs,
            int index,
            int first,
            String name,
            Value plain,
            Digits digits,
            Consumer<String> refused) {
        this.inputs = inputs;
        this.digits = digits;
        this.refused = refused;
        this.index = index;
        this.first = first;
        this.count = Mode.numbers(plain);
        this.rows = rows(plain);
        this.array = plain instanceof ArrayValue;
        this.chosen = first;
        getStyleClass().add("input");
        Signs.put(this.name, name, Face.MONO);
        this.name.getStyleClass().add("input-name");
        this.name.setMinWidth(USE_PREF_SIZE);
        origin = Tip.explain(this.name, "");
        slider = new Handle(this::drag, inputs::letGo);
        slider.setId("slider-" + index);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slope.getStyleClass().add("input-slope");
        slope.setId("slope-" + index);
        Tip.explain(
                slope,
                "The result's derivative by this number, in the end, whichever step is shown");
        entry.getStyleClass().add("input-entry");
        entry.setMinWidth(USE_PREF_SIZE);
        arrange(plain);
    }

    /// Whether it could as well be that of another input, once it is called that.
    boolean suits(int place, int begin, Value plain) {
        return picker == null
                && index == place
                && first == begin
                && count == Mode.numbers(plain)
                && rows == rows(plain)
                && array == plain instanceof ArrayValue;
    }

    private static int rows(Value plain) {
        return plain instanceof ArrayValue array && array.size().length == 2 ? array.size()[0] : 0;
    }

    /// It is that of another program's input from now on. Making the fields anew would take ten times as long.
    void become(String other) {
        Signs.put(name, other, Face.MONO);
        chosen = first;
        fields.forEach(NumberField::forget);
    }

    /// What the pointer or keyboard is told to be able to do with the name.
    void explain(String where, Runnable show) {
        origin.say(where);
        name.setOnMouseClicked(_ -> show.run());
    }

    private void arrange(Value plain) {
        if (!array) {
            NumberField field = field(first);
            field.setMinWidth(USE_PREF_SIZE); // of 0.5 there must not be 0 to be seen
            getChildren().add(line(name, field, slider, slope));
            return;
        }
        Node numbers = count <= MOST_FIELDS ? fields() : picker(plain);
        var head = line(name, numbers);
        head.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(numbers, Priority.ALWAYS);
        getChildren().addAll(head, line(entry, slider, slope));
    }

    private static HBox line(Node... parts) {
        var line = new HBox(parts);
        line.getStyleClass().add("input-line");
        return line;
    }

    private NumberField field(int number) {
        var field = new NumberField(inputs, number, digits, refused);
        fields.add(field);
        return field;
    }

    private Node fields() {
        if (rows == 0) {
            var flow = new FlowPane();
            flow.getStyleClass().add("input-fields");
            for (int k = first; k < first + count; k++) {
                flow.getChildren().add(field(k));
            }
            return flow;
        }
        var grid = new GridPane();
        grid.getStyleClass().add("input-fields");
        for (int k = 0; k < count; k++) {
            grid.add(field(first + k), k / rows, k % rows);
        }
        return grid;
    }

    /// One field, and which of the numbers it is.
    private Node picker(Value plain) {
        var which = new Spinner<Integer>(1, count, 1);
        which.setId("entry-" + index);
        Spinners.edit(which);
        which.setPrefWidth(92);
        which.valueProperty()
                .addListener((_, _, k) -> {
                    if (k != null) {
                        inputs.chosen().set(first + k - 1);
                    }
                });
        var size = new Label(Digits.size(plain));
        size.getStyleClass().add("input-size");
        var place = new HBox(field(first));
        picker = new Picker(place, which);
        return line(which, place, size);
    }

    boolean holds(int number) {
        return number >= first && number < first + count;
    }

    void focusSlider() {
        slider.requestFocus();
    }

    /// Shows the numbers as they are.
    void show(double[] x) {
        int now = inputs.chosen().get();
        if (holds(now) && now != chosen) {
            chosen = now;
            if (picker != null) {
                fields.clear();
                picker.place().getChildren().setAll(field(now));
                picker.which().getValueFactory().setValue(now - first + 1);
            }
        }
        for (NumberField field : fields) {
            field.show(x[field.number()]);
        }
        if (count > 1) {
            Signs.put(entry, inputs.names().get(chosen), Face.MONO);
        }
        Reach reach = inputs.reach(chosen);
        slider.show(x[chosen], reach.low(), reach.high(), reach.step());
        slider.setAccessibleText(inputs.names().get(chosen));
    }

    /// Shows the derivatives.
    void show(FastGradient.@Nullable Answer answer, Digits chosenDigits) {
        digits = chosenDigits;
        fields.forEach(field -> field.show(chosenDigits));
        Value gradient =
                answer == null || index >= answer.gradient().size()
                        ? null
                        : answer.gradient().get(index);
        if (answer == null) {
            slope.setText("");
        } else if (gradient == null) {
            slope.setText("0");
        } else {
            Value part =
                    gradient instanceof ArrayValue array ? array.get(chosen - first) : gradient;
            slope.setText(digits.named(part, SLOPE));
        }
    }

    private void drag(double x) {
        inputs.chosen().set(chosen);
        inputs.set(chosen, inputs.reach(chosen).snap(x));
    }
}
