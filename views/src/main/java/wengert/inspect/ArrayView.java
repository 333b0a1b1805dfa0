package wengert.inspect;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Notation.Role;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.sweep.LocalJacobian;
import wengert.theme.MatrixGrid;
import wengert.theme.Signs;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.Value;

/// One array under its name. Its numbers can be pointed at; the node that it is about lights up then.
final class ArrayView extends VBox {

    /// A larger array is only summed up in words, since the pane is made anew at every step.
    private static final int MOST_SHOWN = 10_000;

    /// How a vector stands.
    enum Stands {
        /// Lying, like a list.
        AS_READ,
        /// As a column, to be multiplied.
        AS_MATRIX
    }

    private final Session session;
    private final @Nullable Node about;
    private @Nullable MatrixGrid grid;
    private @Nullable Rows rows;
    private double[] numbers = {};
    private IntConsumer pointed = _ -> {};

    /// An array of which there is only something to be said.
    ///
    /// @param said what follows its name
    /// @param about the node that lights up when this is pointed at; null for none
    ArrayView(Session session, String name, String said, @Nullable Node about) {
        this.session = session;
        this.about = about;
        getStyleClass().add("array");
        setMaxHeight(USE_PREF_SIZE);
        var caption = new Label();
        Signs.put(caption, name + said, Face.MONO);
        caption.getStyleClass().add("array-name");
        getChildren().add(caption);
        lightUp();
    }

    ArrayView(
            Session session,
            String name,
            Value value,
            Role role,
            Digits digits,
            @Nullable Node about,
            Stands stands) {
        this(session, name, shape(value), about);
        double[] found =
                value instanceof ArrayValue array && array.length() > MOST_SHOWN
                        ? null
                        : LocalJacobian.numbers(value);
        if (found == null) {
            var text = new Label(digits.of(value));
            text.getStyleClass().add("matrix-entry");
            getChildren().add(text);
            return;
        }
        numbers = found;
        Rows all = stands == Stands.AS_MATRIX ? Rows.ofMatrix(value, found) : Rows.of(value, found);
        var made = new MatrixGrid(session.dark(), role, (i, j) -> pointed.accept(all.place(i, j)));
        made.onPointed(
                (i, j) -> {
                    session.pointed().set(about);
                    pointed.accept(all.place(i, j));
                },
                () -> {});
        if (all.width() > 0) {
            made.show(all.names(), all.columns(), all.entries(), digits);
        }
        rows = all;
        grid = made;
        getChildren().add(WideArray.of(made));
    }

    /// Puts it onto a line, which it is never wider than.
    void addTo(FlowPane line) {
        maxWidthProperty().bind(line.widthProperty());
        line.getChildren().add(this);
    }

    /// The same with a sign before it that stays with it where the line is broken.
    void addTo(FlowPane line, Label sign) {
        sign.setMinWidth(USE_PREF_SIZE);
        var together = new HBox(sign, this);
        together.getStyleClass().add("array-operand");
        together.setAlignment(Pos.CENTER_LEFT);
        together.maxWidthProperty().bind(line.widthProperty());
        line.getChildren().add(together);
    }

    private void lightUp() {
        setOnMouseEntered(_ -> session.pointed().set(about));
        setOnMouseExited(_ -> session.pointed().set(null));
    }

    /// Told which number is pointed at, column by column from 0.
    void onPointed(IntConsumer told) {
        pointed = told;
    }

    /// Lights up some of the numbers.
    void light(IntPredicate lit) {
        if (grid != null && rows != null) {
            Rows all = rows;
            grid.light((i, j) -> lit.test(all.place(i, j)));
        }
    }

    /// How many numbers are shown.
    int count() {
        return numbers.length;
    }

    /// One of them as text.
    String number(int place, Digits digits) {
        return digits.element(new Float64(numbers[place]));
    }

    private static String shape(Value value) {
        String size = Digits.size(value);
        return size.isEmpty() ? "" : " · " + size;
    }

    static Label caption(String text) {
        var caption = new Label();
        Signs.put(caption, text, Face.SANS);
        caption.getStyleClass().add("array-caption");
        return caption;
    }
}
