package wengert.explore;

import java.util.List;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.value.Float64;
import wengert.value.ShortFloat;
import wengert.value.Show;

/// Where the program has an input from.
public sealed interface Origin {

    /// Its numbers are written in the program, column by column.
    record Written(List<Literal> literals) implements Origin {
        public Written {
            literals = List.copyOf(literals);
        }
    }

    /// It is what an expression gives.
    record Computed(Span expression) implements Origin {}

    /// It came about while the program ran, in no one place.
    record Hidden() implements Origin {}

    /// The program does not call the function: the inputs were proposed.
    record Proposed() implements Origin {}

    /// A number as it stands in the program.
    record Literal(double value, Kind kind, Span span) {

        /// How a number is written.
        public enum Kind {
            WHOLE,
            DECIMAL,
            SHORT
        }

        /// Another number, written in the same way where that is possible.
        String written(double x) {
            boolean whole = x == Math.rint(x) && Math.abs(x) < 1e15;
            return switch (kind) {
                case WHOLE -> whole ? Long.toString((long) x) : Show.repr(Float64.of(x));
                case SHORT -> Show.repr(ShortFloat.of(ShortFloat.Precision.FLOAT32, x));
                case DECIMAL -> Show.repr(Float64.of(x));
            };
        }
    }

    /// The origin of each input of a study.
    ///
    /// @param source the text that was run
    static List<Origin> of(SourceText source, Study study) {
        return new Tracing(source, study).origins();
    }
}
