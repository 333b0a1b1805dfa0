package wengert.explore;

import java.util.OptionalDouble;
import wengert.syntax.Expr;
import wengert.syntax.Parser;

/// A number that somebody has typed, read as the language reads numbers: `0.1`, `1e-3`, `1_000`, `-Inf`, `0x10`.
public final class Typed {

    private Typed() {}

    /// The number; nothing where the text is none.
    public static OptionalDouble number(String text) {
        String typed = text.strip().replace('−', '-');
        try {
            return number(Parser.expression(typed));
        } catch (IllegalArgumentException _) {
            return OptionalDouble.empty(); // it is no expression at all
        }
    }

    private static OptionalDouble number(Expr expr) {
        return switch (expr) {
            case Expr.IntLiteral literal -> OptionalDouble.of((double) literal.value());
            case Expr.FloatLiteral literal -> OptionalDouble.of(literal.value());
            case Expr.Float32Literal literal -> OptionalDouble.of(literal.value());
            case Expr.BigLiteral literal -> OptionalDouble.of(Double.parseDouble(literal.digits()));
            case Expr.Name name -> named(name.text());
            case Expr.Call call
                    when call.arguments().size() == 1
                            && call.function() instanceof Expr.Name sign ->
                    signed(sign.text(), number(call.arguments().getFirst()));
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble named(String name) {
        return switch (name) {
            case "Inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "NaN" -> OptionalDouble.of(Double.NaN);
            case "π", "pi" -> OptionalDouble.of(Math.PI);
            case "ℯ" -> OptionalDouble.of(Math.E);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble signed(String sign, OptionalDouble number) {
        if (number.isEmpty()) {
            return number;
        }
        return switch (sign) {
            case "+" -> number;
            case "-" -> OptionalDouble.of(-number.getAsDouble());
            default -> OptionalDouble.empty();
        };
    }

    /// What is wrong with a text that is no number, as a clause.
    public static String refusal(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return "there is no number";
        }
        boolean comma = number(typed.replace(',', '.')).isPresent();
        return "`%s` is no number%s"
                .formatted(
                        typed,
                        comma ? "; write `" + typed.replace(',', '.') + "`, with a point" : "");
    }
}
