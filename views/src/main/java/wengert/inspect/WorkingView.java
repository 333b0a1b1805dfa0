package wengert.inspect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import wengert.drawing.Face;
import wengert.notation.Unicode;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.Stage;
import wengert.story.Working;
import wengert.sweep.Step;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.value.ArrayValue;

/// How a share, or an argument's part of a tangent, is worked out: one line of arrays for each operation of the rule.
/// Pointing at a number of a result lights up the numbers that make it, and says how.
final class WorkingView {

    /// So many places are searched for what a number that goes in has a part in.
    private static final int MOST_SEARCHED = 1024;

    private final Session session;
    private final Working working;
    private final Digits digits;
    private final String receives;
    private final boolean forward;

    WorkingView(Session session, Frame frame, Graph.Edge edge, Working working) {
        this.session = session;
        this.working = working;
        digits = frame.story().digits();
        forward = frame.story().isForward();
        receives = forward ? forward(frame, edge) : back(frame, edge);
    }

    /// `x̄ ← `, and of a share that is not the first `x̄ ← x̄ + `.
    private static String back(Frame frame, Graph.Edge edge) {
        String bar = Unicode.text(frame.formulas().adjoint(edge.argument()));
        Step.Share share = frame.story().share(edge);
        return share != null && share.count() > 1 ? bar + " ← " + bar + " + " : bar + " ← ";
    }

    /// `v̇₂ = `, and where several arguments move `part of v̇₂: `.
    private static String forward(Frame frame, Graph.Edge edge) {
        String dot = Unicode.text(frame.formulas().tangent(edge.node()));
        long moving = edge.node().arguments().stream().filter(frame::moves).count();
        return moving > 1 ? "part of " + dot + ": " : dot + " = ";
    }

    void addTo(VBox content) {
        String formula = Unicode.text(working.formula());
        var title = new TextFlow();
        title.setId("working");
        title.getStyleClass().addAll("array-title", forward ? "tangent-sign" : "adjoint-sign");
        Signs.put(title, receives + formula, Face.MONO);
        content.getChildren().add(title);
        if (working.stages().isEmpty()) {
            content.getChildren()
                    .add(
                            ArrayView.caption(
                                    forward
                                            ? "the tangent is taken over as it is"
                                            : "the adjoint is handed on as it is"));
            return;
        }
        for (Stage stage : working.stages()) {
            add(stage, content);
        }
    }

    private void add(Stage stage, VBox content) {
        var line = new FlowPane();
        line.getStyleClass().add("array-line");
        line.setRowValignment(VPos.CENTER);
        boolean matrices =
                isMatrix(stage.result()) || stage.parts().stream().anyMatch(WorkingView::isMatrix);
        var stands =
                stage.isProduct() || matrices
                        ? ArrayView.Stands.AS_MATRIX
                        : ArrayView.Stands.AS_READ;
        var parts = new ArrayList<ArrayView>();
        for (Stage.Part part : stage.parts()) {
            var view = view(part, part.text(), stands);
            if (parts.isEmpty()) {
                view.addTo(line);
            } else {
                view.addTo(line, sign(stage.sign().isEmpty() ? "," : stage.sign()));
            }
            parts.add(view);
        }
        boolean last = stage == working.stages().getLast();
        boolean said = stage.parts().size() == 2 && !stage.sign().isEmpty();
        if (!last || !said && working.stages().size() > 1) {
            var formula = new Label();
            formula.getStyleClass().add("array-formula");
            Signs.put(formula, stage.result().text() + " = " + stage.formula(), Face.MONO);
            content.getChildren().add(formula);
        }
        ArrayView result = view(stage.result(), stage.result().text(), stands);
        result.addTo(line, sign(said ? "=" : "→"));
        var sum = new TextFlow();
        sum.getStyleClass().addAll("array-sum", forward ? "tangent-sign" : "adjoint-sign");
        sum.managedProperty().bind(Bindings.isNotEmpty(sum.getChildren()));
        content.getChildren().addAll(line, sum);
        if (result.count() == 0 || parts.stream().anyMatch(part -> part.count() == 0)) {
            return;
        }
        List<Function<Integer, String>> numbers =
                parts.stream()
                        .<Function<Integer, String>>map(part -> k -> part.number(k, digits))
                        .toList();
        if (stage.made(0, numbers) == null) {
            return;
        }
        result.onPointed(entry -> explain(stage, entry, parts, result, numbers, sum));
        for (int k = 0; k < parts.size(); k++) {
            int part = k;
            parts.get(k)
                    .onPointed(place -> {
                        var fed = fedBy(stage, part, place, result.count());
                        if (fed.size() == 1) {
                            explain(stage, fed.iterator().next(), parts, result, numbers, sum);
                        } else {
                            result.light(fed::contains);
                            for (ArrayView other : parts) {
                                other.light(p -> other == parts.get(part) && p == place);
                            }
                        }
                    });
        }
        if (last) {
            Signs.put(sum, "point at a number to see what makes it", Face.MONO);
        }
    }

    private ArrayView view(Stage.Part part, String name, ArrayView.Stands stands) {
        return new ArrayView(session, name, part.value(), part.role(), digits, part.node(), stands);
    }

    private static boolean isMatrix(Stage.Part part) {
        return part.value() instanceof ArrayValue array && array.size().length == 2;
    }

    private static Label sign(String text) {
        var sign = new Label();
        Signs.put(sign, text, Face.MONO);
        sign.getStyleClass().add("array-sign");
        return sign;
    }

    /// The numbers of the result that a number has a part in.
    private static Set<Integer> fedBy(Stage stage, int part, int place, int results) {
        var fed = new HashSet<Integer>();
        for (int entry = 0; entry < Math.min(results, MOST_SEARCHED); entry++) {
            for (int[] places : stage.makers(entry)) {
                if (places[part] == place) {
                    fed.add(entry);
                }
            }
        }
        return fed;
    }

    /// `W̄[2, 1]: 1 · 3 + 2 · 4 = 11`
    private void explain(
            Stage stage,
            int entry,
            List<ArrayView> parts,
            ArrayView result,
            List<Function<Integer, String>> numbers,
            TextFlow sum) {
        List<int[]> makers = stage.makers(entry);
        for (int k = 0; k < parts.size(); k++) {
            int part = k;
            parts.get(k).light(place -> makers.stream().anyMatch(m -> m[part] == place));
        }
        result.light(place -> place == entry);
        String name = stage.result().text() + Rows.index(stage.result().value(), entry);
        Signs.put(
                sum,
                "%s = %s = %s"
                        .formatted(name, stage.made(entry, numbers), result.number(entry, digits)),
                Face.MONO);
    }
}
