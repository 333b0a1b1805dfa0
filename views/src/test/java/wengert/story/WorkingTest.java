package wengert.story;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.notation.Unicode;
import wengert.sweep.LocalJacobian;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.value.Float64;
import wengert.value.Value;

class WorkingTest {

    private static final String HEAD =
            "using Zygote, LinearAlgebra\nA = [1.0 2.0; 3.0 4.0; 5.0 6.0]\nx = [7.0, 8.0]\n";

    @ParameterizedTest(name = "{0} by its argument {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # matrix products: the other factor transposed
                    gradient((A, x) -> sum(abs2, A * x), A, x)       | * | 0 | v̄₁ · xᵀ | share to A = v̄₁ · xᵀ | 106 · 7
                    gradient((A, x) -> sum(abs2, A * x), A, x)       | * | 1 | Aᵀ · v̄₁ | share to x = Aᵀ · v̄₁ | 2 · 46 + 4 · 106 + 6 · 166
                    gradient(x -> dot(x, [1.0, 2.0]), x)             | dot | 0 | v̄₂ · v₁ | share to x = v̄₂ · v₁ | 1 · 2
                    # broadcasting adds up over what was expanded
                    gradient(x -> sum(A .* x'), x)                   | .* | 1 | ∑_(dims 1) v̄₃ ⊙ A | ① = v̄₃ ⊙ A, share to v₁ = ∑_(dims 1) ① | 2 + 4 + 6
                    # sums give everyone the same, and indexing gives one place all
                    gradient(x -> sum(x), x)                         | sum | 0 | v̄₁ · 1₂ | share to x = v̄₁ · 1₂ | 1
                    gradient(x -> x[2]^2, x)                         | getindex | 0 | v̄₁ · e₂ | share to x = v̄₁ · e₂ | 16
                    gradient(x -> maximum(x), x)                     | maximum | 0 | v̄₁ · e₂ | share to x = v̄₁ · e₂ | 1
                    """)
    void readsTheStagesFromTheRule(
            String call, String symbol, int slot, String formula, String stages, String second) {
        Storyboard story = Storyboard.of(Programs.study(HEAD + call));
        Working working = Objects.requireNonNull(back(story, symbol, slot));
        assertThat(Unicode.text(working.formula())).isEqualTo(apart(formula));
        assertThat(
                        working.stages().stream()
                                .map(stage -> stage.result().text() + " = " + stage.formula())
                                .collect(joining(", ")))
                .isEqualTo(apart(stages));
        assertThat(made(working.stages().getLast(), 1)).isEqualTo(second);
    }

    @Test
    void goesForward() {
        Storyboard story =
                Storyboard.of(
                        Programs.study(HEAD + "gradient((A, x) -> sum(A * x), A, x)"),
                        new Mode.Forward(1, 0));
        var product = story.graph().nodes().stream().filter(n -> n.op() != null).findFirst();
        var edge = new Graph.Edge(product.orElseThrow(), 1);
        Frame end = story.frame(story.steps().size());
        Value tangent = Objects.requireNonNull(end.tangent(edge.argument()));
        Working working = Objects.requireNonNull(Working.forward(end.formulas(), edge, tangent));
        assertThat(Unicode.text(working.formula())).isEqualTo(apart("A · ẋ"));
        assertThat(made(working.stages().getLast(), 2)).isEqualTo("5 · 1 + 6 · 0");
    }

    /// Every stage of which is said where its numbers come from gives just these numbers when they are made so.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gradient(x -> sum(tanh.(A * x .+ [1.0, 2.0, 3.0])), x)
                    gradient(x -> -sum(log.(exp.(x) ./ sum(exp.(x)))), x)
                    gradient(A -> sum(abs2, A' * A), A)
                    gradient(A -> sum(A[2:3, :] .* x'), A)
                    gradient(A -> sum(reshape(A, 2, 3) * reshape(A, 3, 2)), A)
                    gradient(A -> sum(sum(A, dims=1) ./ sum(A, dims=2)), A)
                    gradient(x -> sum([x; 2x] .* vcat(x, x)), x)
                    gradient(A -> sum(sort(vec(A))[2:4]) + maximum(A) + tr(A'A), A)
                    """)
    void makesTheNumbersThatAreThere(String call) {
        Storyboard story = Storyboard.of(Programs.study(HEAD + call));
        int made = 0;
        for (Step step : story.steps()) {
            if (step instanceof Step.Share share) {
                var formulas = new Formulas(story.graph());
                Working working = Working.back(formulas, share.edge(), share.adjoint());
                for (Stage stage : working == null ? List.<Stage>of() : working.stages()) {
                    made += check(stage) ? 1 : 0;
                }
                if (working != null && !working.stages().isEmpty()) {
                    double[] said =
                            LocalJacobian.numbers(working.stages().getLast().result().value());
                    assertThat(said)
                            .containsExactly(
                                    LocalJacobian.numbers(share.share()), Offset.offset(1e-12));
                }
            }
        }
        assertThat(made).isGreaterThan(1);
    }

    private static boolean check(Stage stage) {
        double[] result = LocalJacobian.numbers(stage.result().value());
        var parts = stage.parts().stream().map(p -> LocalJacobian.numbers(p.value())).toList();
        if (stage.origins() instanceof Origins.Unknown || result == null) {
            return false;
        }
        for (int entry = 0; entry < result.length; entry++) {
            double sum = 0;
            for (int[] places : stage.makers(entry)) {
                sum +=
                        switch (stage.origins()) {
                            case Origins.Product _ ->
                                    parts.get(0)[places[0]] * parts.get(1)[places[1]];
                            case Origins.Each(var op, _) -> {
                                var x = new ArrayList<Value>();
                                for (int k = 0; k < places.length; k++) {
                                    x.add(new Float64(parts.get(k)[places[k]]));
                                }
                                yield LocalJacobian.numbers(op.evaluate(x))[0];
                            }
                            case Origins.Moved _, Origins.Added _ -> parts.get(0)[places[0]];
                            case Origins.Unknown _ -> throw new AssertionError();
                        };
            }
            assertThat(sum).as(stage.formula()).isCloseTo(result[entry], Offset.offset(1e-9));
        }
        return true;
    }

    private static String made(Stage stage, int entry) {
        var numbers = new ArrayList<Function<Integer, String>>();
        for (Stage.Part part : stage.parts()) {
            double[] of = Objects.requireNonNull(LocalJacobian.numbers(part.value()));
            numbers.add(k -> Digits.USUAL.element(new Float64(of[k])));
        }
        return Objects.requireNonNull(stage.made(entry, numbers));
    }

    /// Letters and the marks over them apart, as the printer writes them.
    private static String apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static Working back(Storyboard story, String symbol, int slot) {
        for (Step step : story.steps()) {
            if (step instanceof Step.Share share
                    && share.node().op() != null
                    && share.node().op().symbol().equals(symbol)
                    && share.slot() == slot) {
                return Working.back(new Formulas(story.graph()), share.edge(), share.adjoint());
            }
        }
        throw new AssertionError("no share of " + symbol);
    }
}
