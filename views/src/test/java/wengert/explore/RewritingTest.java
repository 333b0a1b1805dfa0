package wengert.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.sweep.Mode;
import wengert.value.Value;

/// Where a program has its inputs from, and what it says once others are written there.
class RewritingTest {

    /// Programs with `;` for the ends of lines, the numbers that went in other than they did, and the programs then.
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            textBlock =
                    """
                    # numbers of the call itself
                    gradient(sin, 2.0)                      => 2.5     => gradient(sin, 2.5)
                    gradient((x, y) -> x * y, 2.0, -3.0)    => 2 4     => gradient((x, y) -> x * y, 2.0, 4.0)
                    first(gradient(sin, 1e-3))              => 0.25    => first(gradient(sin, 0.25))
                    f(x) = x^3; f'(1.0)                     => -1      => f(x) = x^3; f'(-1.0)
                    # they stay whole, or short, where they can
                    gradient(abs2, 3)                       => -4      => gradient(abs2, -4)
                    gradient(abs2, 3)                       => 3.5     => gradient(abs2, 3.5)
                    gradient(abs2, 3f0)                     => 0.5     => gradient(abs2, 0.5f0)
                    # arrays, entry by entry
                    gradient(sum, [1.0, 2, -3.0])           => 1 5 -3  => gradient(sum, [1.0, 5, -3.0])
                    gradient(sum, [1.0 2.0; 3.0 4.0])       => 1 3 2 9 => gradient(sum, [1.0 2.0; 3.0 9.0])
                    gradient(sum, [1.0 2.0; 3.0 4.0])       => 1 7 2 4 => gradient(sum, [1.0 2.0; 7.0 4.0])
                    # names, by way of other names
                    w = [1.0, 2.0]; gradient(sum, w)        => 0 2     => w = [0.0, 2.0]; gradient(sum, w)
                    a = 1.0; b = a; a = 3; gradient(sin, b) => 2       => a = 2.0; b = a; a = 3; gradient(sin, b)
                    a, b = 1.0, 2.0; gradient(*, a, b)      => 1 5     => a, b = 1.0, 5.0; gradient(*, a, b)
                    const a = b = 1.0; gradient(sin, b)     => 4       => const a = b = 4.0; gradient(sin, b)
                    # what is computed gives way
                    x = collect(1.0:2.0); gradient(sum, x)  => 1 5     => x = [1.0, 5.0]; gradient(sum, x)
                    gradient(sin, π / 2)                    => 1.5     => gradient(sin, 1.5)
                    # what came about while the program ran stays
                    a = 1.0; for i in 1:3; a += i; end; gradient(sin, a)  => 2 => a = 1.0; for i in 1:3; a += i; end; gradient(sin, a)
                    a = 1.0; function g(a); gradient(sin, a); end; g(1.0) => 2 => a = 1.0; function g(a); gradient(sin, a); end; g(1.0)
                    p = (1.0, 2.0); gradient(p -> p[1], p)  => 3 2     => p = (1.0, 2.0); gradient(p -> p[1], p)
                    """)
    void writesNumbersWhereTheyComeFrom(String program, String numbers, String written) {
        var source = new SourceText("program.jl", "using Zygote; " + program);
        Run run = new Runner(Budget.DEFAULT).run(source);
        Study study = run.studies().getFirst();
        double[] x = Stream.of(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
        List<Value> values = study.fast().inputs(x);
        List<Origin> origins = Origin.of(source, study);
        var rewriting = new Rewriting(source);
        int at = 0;
        for (int i = 0; i < origins.size(); i++) {
            int length = Mode.numbers(values.get(i));
            double[] part = new double[length];
            System.arraycopy(x, at, part, 0, length);
            rewriting.write(origins.get(i), part, values.get(i));
            at += length;
        }
        assertThat(rewriting.text()).isEqualTo("using Zygote; " + written);
    }

    /// A program that only defines functions, what is looked at, and the call that would be written below.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            textBlock =
                    """
                    f(x, y) = x * y + sin(x)    => f(x, y)   => gradient(f, 2.0, 3.0)
                    f(x) = asin(x)              => f(x)      => gradient(f, 0.5)
                    f(x) = x[3] * sum(x)        => f(x)      => gradient(f, [1.0, 2.0, 3.0])
                    f(A, x) = A[2, 2] * sum(x)  => f(A, x)   => gradient(f, [1.0 2.0; 3.0 4.0], 3.0)
                    f(x::Vector) = 2x           => f(x::Vector) => jacobian(f, [1.0, 2.0, 3.0])
                    f(x) = x^2; g(s) = string(s) => f(x)     => gradient(f, 2.0)
                    function h(x, n = 2) return x^n end => h(x, n = 2) => gradient(h, 2.0)
                    """)
    void proposesACallOfTheLastFunction(String program, String title, String call) {
        var source = new SourceText("program.jl", program + "\n");
        Study study = new Runner(Budget.DEFAULT).proposing().run(source).studies().getFirst();
        assertThat(study.title()).isEqualTo(title);
        assertThat(Origin.of(source, study)).containsOnly(new Origin.Proposed());
        var rewriting = new Rewriting(source);
        rewriting.call(study, study.fast().inputs(study.fast().numbers()));
        assertThat(rewriting.text()).isEqualTo(program + "\n" + call + "\n");
        var written = new SourceText("program.jl", "using Zygote; " + rewriting.text());
        assertThat(new Runner(Budget.DEFAULT).run(written).studies()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "f(x) = while true end",
                "f(x) = println(x)",
                "f() = 1.0",
                "x = 2.0",
                "f(x) = x^2; gradient(f, oops)",
                "f(x) = 3.0"
            })
    void proposesNothingWhereThereIsNothing(String program) {
        var source = new SourceText("program.jl", program);
        assertThat(new Runner(Budget.DEFAULT).proposing().run(source).studies()).isEmpty();
    }
}
