package wengert.story;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;

/// Puts other notation in the place of signs: symbols, adjoints (with a bar) and tangents (with a dot).
///
/// @param signs what stands in the place of a sign; null to leave it
record Substitution(Function<Notation, @Nullable Notation> signs) {

    /// Adjoints and tangents in their colours.
    static Notation coloured(Notation notation) {
        return new Substitution(sign ->
                switch (sign) {
                    case Notation.Bar _ -> new Notation.Coloured(Notation.Role.ADJOINT, sign);
                    case Notation.Dot _ -> new Notation.Coloured(Notation.Role.TANGENT, sign);
                    default -> null;
                })
                .in(notation);
    }

    Notation in(Notation notation) {
        return switch (notation) {
            case Notation.Symbol _, Notation.Bar _, Notation.Dot _ -> {
                Notation other = signs.apply(notation);
                yield other == null ? notation : other;
            }
            case Notation.Number _, Notation.Words _, Notation.Bold _, Notation.Partial _ ->
                    notation;
            case Notation.Apply(String function, List<Notation> arguments) ->
                    new Notation.Apply(function, all(arguments));
            case Notation.Infix(Notation.Operator operator, List<Notation> operands) ->
                    new Notation.Infix(operator, all(operands));
            case Notation.Negative(Notation of) -> new Notation.Negative(in(of));
            case Notation.Fraction(Notation numerator, Notation denominator) ->
                    new Notation.Fraction(in(numerator), in(denominator));
            case Notation.Power(Notation base, Notation exponent) ->
                    new Notation.Power(in(base), in(exponent));
            case Notation.Root(Notation of, int degree) -> new Notation.Root(in(of), degree);
            case Notation.Transpose(Notation of) -> new Notation.Transpose(in(of));
            case Notation.ConjugateTranspose(Notation of) ->
                    new Notation.ConjugateTranspose(in(of));
            case Notation.Inverse(Notation of) -> new Notation.Inverse(in(of));
            case Notation.Delimited(String open, Notation inner, String close) ->
                    new Notation.Delimited(open, in(inner), close);
            case Notation.Subscript(Notation of, List<Notation> indices) ->
                    new Notation.Subscript(in(of), all(indices));
            case Notation.Big(String sign, String below, Notation body) ->
                    new Notation.Big(sign, below, in(body));
            case Notation.Cases(Notation condition, Notation yes, Notation no) ->
                    new Notation.Cases(in(condition), in(yes), in(no));
            case Notation.Matrix(List<List<Notation>> rows) ->
                    new Notation.Matrix(rows.stream().map(this::all).toList());
            case Notation.Reading(Notation of, Notation shown) ->
                    new Notation.Reading(of, in(shown));
            case Notation.Coloured(Notation.Role role, Notation inner) ->
                    new Notation.Coloured(role, in(inner));
        };
    }

    private List<Notation> all(List<Notation> notations) {
        return notations.stream().map(this::in).toList();
    }
}
