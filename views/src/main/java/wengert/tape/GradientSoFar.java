package wengert.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.notation.Unicode;
import wengert.story.Entries;
import wengert.story.Frame;
import wengert.theme.Gradually;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Scalar;
import wengert.value.Value;

/// The gradient of the inputs as far as it has come, as bars.
final class GradientSoFar extends VBox {

    private static final int MOST_INPUTS = 6;
    private static final int MOST_SCALARS = 24;

    private final ObservableValue<@Nullable Frame> frame;
    private final Pointing pointing;

    /// Bars are many, and what comes before them on the way to the inputs is looked at first.
    private final Gradually telling = new Gradually();

    /// Most steps add nothing to what is told.
    private List<Object> told = List.of();

    GradientSoFar(ObservableValue<@Nullable Frame> frame, Pointing pointing) {
        this.frame = frame;
        this.pointing = pointing;
        setId("gradient");
        pointing.watch(this);
        frame.addListener(_ -> show());
        show();
    }

    private void show() {
        Frame moment = frame.getValue();
        List<Object> now = told(moment);
        if (!isSame(now, told)) {
            told = now;
            if (now.isEmpty()) {
                getChildren().clear();
            }
            telling.begin(now.isEmpty() ? List.of() : List.of(() -> tell(moment)));
        }
    }

    private void tell(@Nullable Frame moment) {
        getChildren().clear();
        if (moment == null || !moment.reversing()) {
            return;
        }
        var title = new Label("GRADIENT SO FAR");
        title.getStyleClass().add("panel-title");
        getChildren().add(title);
        List<Node> inputs = moment.graph().inputs();
        List<Node> scalars =
                inputs.stream().filter(input -> input.plain() instanceof Scalar).toList();
        boolean compare = scalars.size() > 1 && scalars.size() <= MOST_SCALARS;
        if (compare) {
            together(moment, scalars);
        }
        inputs.stream()
                .filter(input -> !(compare && scalars.contains(input)))
                .limit(MOST_INPUTS)
                .forEach(input -> alone(moment, input));
    }

    /// What there is to tell at a moment: nothing, or of which story, and the adjoint of each input.
    private static List<Object> told(@Nullable Frame moment) {
        var told = new ArrayList<Object>();
        if (moment != null && moment.reversing()) {
            told.add(moment.story());
            for (Node input : moment.graph().inputs()) {
                Value adjoint = moment.adjoint(input);
                told.add(adjoint == null ? moment.arrival(input) : adjoint);
            }
        }
        return told;
    }

    /// The very same values: whether others are equal would take long to find out for large arrays.
    private static boolean isSame(List<Object> now, List<Object> before) {
        boolean same = now.size() == before.size();
        for (int i = 0; i < now.size() && same; i++) {
            same = now.get(i) == before.get(i);
        }
        return same;
    }

    /// Several numbers are compared best on one line.
    private void together(Frame moment, List<Node> scalars) {
        List<Node> known = scalars.stream().filter(input -> number(moment, input) != null).toList();
        if (!known.isEmpty()) {
            double[] numbers =
                    known.stream()
                            .mapToDouble(input -> Objects.requireNonNull(number(moment, input)))
                            .toArray();
            List<String> names = known.stream().map(input -> moment.graph().label(input)).toList();
            var bars = new Bars(moment.story().digits(), numbers, names);
            for (int i = 0; i < known.size(); i++) {
                pointing.bind(bars.place(i), known.get(i));
            }
            var box = new HBox(bars);
            HBox.setHgrow(bars, Priority.ALWAYS);
            box.getStyleClass().add("gradient");
            getChildren().add(box);
        }
        scalars.stream()
                .filter(input -> !known.contains(input))
                .forEach(input -> alone(moment, input));
    }

    private static @Nullable Double number(Frame moment, Node input) {
        return number(moment.adjoint(input));
    }

    /// What a bar can be as high as; null if there is no such number, as of a complex one.
    private static @Nullable Double number(@Nullable Value value) {
        return value instanceof Scalar scalar && !(scalar instanceof Complex)
                ? scalar.toDouble()
                : null;
    }

    private void alone(Frame moment, Node input) {
        var name = new Label(moment.graph().label(input));
        name.getStyleClass().add("share-name");
        name.setMinWidth(46);
        var bars = bars(moment, input);
        HBox.setHgrow(bars, Priority.ALWAYS);
        var line = new HBox(name, bars);
        line.getStyleClass().add("gradient");
        pointing.bind(line, input);
        getChildren().add(line);
    }

    private static javafx.scene.Node bars(Frame moment, Node input) {
        Value adjoint = moment.adjoint(input);
        double[] numbers = adjoint == null ? null : numbers(adjoint);
        if (adjoint instanceof ArrayValue array
                && numbers != null
                && numbers.length > 1
                && numbers.length <= Bars.MOST) {
            var bars = new Bars(moment.story().digits(), numbers);
            String name = Unicode.text(moment.formulas().adjoint(input));
            bars.explain(i -> entry(moment, name, array, i));
            return bars;
        }
        String text =
                switch (moment.arrival(input)) {
                    case NONE -> "none: the result does not depend on it";
                    case AWAITED -> "not yet";
                    case PARTIAL, COMPLETE ->
                            adjoint == null ? "" : moment.story().digits().named(adjoint);
                };
        var label = new Label(text);
        label.getStyleClass().add(adjoint == null ? "share-text" : "gradient-number");
        label.setWrapText(true);
        return label;
    }

    /// `W̄[3, 2] = −0.5`
    private static String entry(Frame moment, String name, ArrayValue array, int i) {
        String number = moment.story().digits().element(array.get(i));
        return "%s[%s] = %s".formatted(name, Entries.place(array.size(), i), number);
    }

    private static double @Nullable [] numbers(Value value) {
        return switch (value) {
            case ArrayValue array -> {
                double[] numbers = new double[Math.min(array.length(), Bars.MOST + 1)];
                for (int i = 0; i < numbers.length; i++) {
                    Double number = number(array.get(i));
                    if (number == null) {
                        yield null;
                    }
                    numbers[i] = number;
                }
                yield numbers;
            }
            default -> null;
        };
    }
}
