package wengert.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.value.Float64;
import wengert.value.JuliaError;

class CommutativeTest {

    static Stream<ScalarOp> operationsOnTwoNumbers() {
        return Operations.scalars().stream().filter(op -> op.arity() == 2);
    }

    /// Pictures tell arguments apart exactly where it matters which is which.
    @ParameterizedTest
    @MethodSource("operationsOnTwoNumbers")
    void saysWhetherArgumentsMayChangePlaces(ScalarOp op) {
        boolean same = true;
        for (double a : List.of(0.75, 1.25, 2.0, 3.0)) {
            for (double b : List.of(0.75, 1.25, 2.0, 3.0)) {
                same &= Objects.equals(value(op, a, b), value(op, b, a));
            }
        }
        assertThat(op.commutative()).as(op.symbol()).isEqualTo(same);
    }

    /// What it comes to, or the two numbers that it refuses.
    private static Object value(ScalarOp op, double a, double b) {
        try {
            return op.evaluate(List.of(new Float64(a), new Float64(b)));
        } catch (JuliaError _) {
            return List.of(a, b);
        }
    }
}
