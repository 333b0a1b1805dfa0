package wengert.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.value.JuliaError;
import wengert.value.Show;
import wengert.value.Value;

/// Whatever a function is given, it gives a value or says what is wrong.
final class AnyArgumentsTest {

    private static final List<String> POOL =
            List.of(
                    "0.5",
                    "-3",
                    "2",
                    "0",
                    "true",
                    "\"ab\"",
                    ":a",
                    "nothing",
                    "missing",
                    "(1, 2)",
                    "()",
                    "[1.0, -2.0]",
                    "[1, 2]",
                    "[]",
                    "[\"a\", \"b\"]",
                    "[[1, 2], [3]]",
                    "[2 1; 1 3]",
                    "[1 2 3; 4 5 6]",
                    "[0.0 0.0; 0.0 0.0]",
                    "zeros(0)",
                    "zeros(2, 1, 2)",
                    "range(1, 3)",
                    "complex(1, 2)",
                    "//(1, 2)",
                    "Dict(Pair(:a, 1))",
                    "Set([1])",
                    "Pair(1, 2)",
                    "I",
                    "sin",
                    "+",
                    "isodd",
                    "Float64",
                    "Vector",
                    "Ref(1)",
                    "zip([1], [2])",
                    "eigen([2.0 0.0; 0.0 1.0])",
                    "Ones(2)",
                    "Diagonal([1, 2])",
                    "transpose([1, 2])",
                    "NaN",
                    "Inf");

    /// Every third of them, so that pairs remain few.
    private static final List<String> PAIRED =
            IntStream.iterate(0, i -> i < POOL.size(), i -> i + 3).mapToObj(POOL::get).toList();

    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ParameterizedTest(name = "{0}")
    @MethodSource("wengert.library.SignatureTest#everyFunction")
    void giveAValueOrAnError(Builtin function) {
        Signature signature = Signature.of(function.signature());
        var surprises = new ArrayList<String>();
        for (int n = signature.fewest(); n <= Math.min(signature.most(), 2); n++) {
            combinations(n).forEach(arguments -> tryCall(function, arguments, surprises));
        }
        assertEquals(List.of(), surprises.stream().limit(8).toList());
    }

    private static void tryCall(Builtin function, List<String> arguments, List<String> surprises) {
        var machine = new PlainMachine();
        List<Value> values = arguments.stream().map(Calls::evaluate).toList();
        try {
            Show.repr(machine.call(function, values, Machine.NO_KEYWORDS));
        } catch (JuliaError said) {
            // as it should be
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            surprises.add(arguments + ": " + e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private static Stream<List<String>> combinations(int n) {
        return switch (n) {
            case 0 -> Stream.of(List.of());
            case 1 -> POOL.stream().map(List::of);
            default -> PAIRED.stream().flatMap(a -> PAIRED.stream().map(b -> List.of(a, b)));
        };
    }
}
