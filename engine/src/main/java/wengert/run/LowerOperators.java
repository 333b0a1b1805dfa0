package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.library.Machine;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.trace.Here;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Tracked;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Lowers operators: those with a faster way of their own, chains of comparisons, and `f'`.
final class LowerOperators {

    static final Set<String> FAST =
            Set.of("+", "-", "*", "/", "<", ">", "<=", ">=", "==", "!=", "≤", "≥", "≠");

    private final Lowering lowering;
    private final Interpreter machine;

    LowerOperators(Lowering lowering, Interpreter machine) {
        this.lowering = lowering;
        this.machine = machine;
    }

    static boolean isNegative(Expr exponent) {
        return switch (exponent) {
            case Expr.IntLiteral(long value, _, _, _) -> value < 0;
            case Expr.Call(Expr.Name(String minus, _), var of, _, _) ->
                    minus.equals("-") && of.size() == 1 && of.getFirst() instanceof Expr.IntLiteral;
            default -> false;
        };
    }

    /// A power with a negative whole number for an exponent, as it is written: `2^-1` is 0.5 in Julia, though
    /// `2^n` is an error when n happens to be -1. So a whole base is made a floating-point number first.
    Code negativePower(Expr power, List<Expr> arguments, boolean dotted, Span span, Scope scope) {
        Code base = lowering.lower(arguments.get(0), scope);
        Code exponent = lowering.lower(arguments.get(1), scope);
        Code function = lowering.lower(power, scope);
        Code toFloat = lowering.name("float", span, Scope.top());
        List<Here.Argument> places = LowerCalls.places(arguments);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Interpreter running = frame.machine;
                Value x = base.run(frame);
                if (isWhole(running, x)) {
                    List<Value> whole = List.of(x);
                    x =
                            x instanceof Int64(long n)
                                    ? new Float64(n)
                                    : LowerCalls.spread(
                                            running,
                                            toFloat.run(frame),
                                            whole,
                                            Machine.NO_KEYWORDS,
                                            span,
                                            places);
                }
                List<Value> both = List.of(x, exponent.run(frame));
                return dotted
                        ? LowerCalls.spread(
                                running,
                                function.run(frame),
                                both,
                                Machine.NO_KEYWORDS,
                                span,
                                places)
                        : LowerCalls.invoke(
                                running,
                                function.run(frame),
                                both,
                                Machine.NO_KEYWORDS,
                                span,
                                places);
            }
        };
    }

    private static boolean isWhole(Interpreter running, Value x) {
        return switch (Tracked.plain(running.whole(x))) {
            case Int64 n -> true;
            case WholeNumber n -> true;
            case ArrayValue array -> array.elementType() == ElementType.INT64;
            default -> false;
        };
    }

    /// Operators on two plain numbers, which need neither a method nor a recording; everything else goes the usual way.
    Code operator(String name, Expr.Call call, Scope scope) {
        Code left = lowering.lower(call.arguments().get(0), scope);
        Code right = lowering.lower(call.arguments().get(1), scope);
        Code function = lowering.lower(call.function(), scope);
        List<Here.Argument> places = LowerCalls.places(call.arguments());
        Global global = machine.global(name);
        Quick quick = Quick.of(name);
        return new Code(call.span()) {
            private final Direct direct = new Direct(2);

            @Override
            Value run(Frame frame) {
                Value a = left.run(frame);
                Value b = right.run(frame);
                Value callee = function.run(frame);
                if (global.value == null) {
                    Value result = null;
                    if (a instanceof Float64(double x)) {
                        if (b instanceof Float64(double y)) {
                            result = quick.of(x, y);
                        } else if (b instanceof Int64(long y) && Math.abs(y) < 1L << 53) {
                            result = quick.of(x, (double) y);
                        }
                    } else if (a instanceof Int64(long x)) {
                        if (b instanceof Int64(long y)) {
                            result = quick.of(x, y);
                        } else if (b instanceof Float64(double y) && Math.abs(x) < 1L << 53) {
                            result = quick.of((double) x, y);
                        }
                    }
                    if (result != null) {
                        frame.machine.tick(span());
                        return result;
                    }
                }
                frame.machine.here().at(span(), places);
                Value recorded = applied(frame.machine, direct, callee, a, b, span());
                if (recorded != null) {
                    return recorded;
                }
                return LowerCalls.invoke(
                        frame.machine, callee, List.of(a, b), Machine.NO_KEYWORDS, span(), places);
            }
        };
    }

    /// An operation on two numbers past the library, if that is what it comes to.
    static @Nullable Value applied(
            Interpreter machine, Direct direct, Value callee, Value a, Value b, Span span) {
        try {
            Value result = direct.of(machine, callee, a, b);
            if (result != null) {
                machine.tick(span);
            }
            return result;
        } catch (JuliaError e) {
            throw new Located(e, span);
        }
    }

    /// `x'`: the adjoint of an array or number, the derivative of a function.
    Code prime(Expr.Call call, Scope scope) {
        Code argument = lowering.lower(call.arguments().getFirst(), scope);
        Code adjoint = lowering.name("adjoint", call.span(), scope);
        List<Here.Argument> places = LowerCalls.places(call.arguments());
        return new Code(call.span()) {
            @Override
            Value run(Frame frame) {
                Value x = argument.run(frame);
                if (frame.machine.isFunction(x)) {
                    return new Derivative(x);
                }
                return LowerCalls.invoke(
                        frame.machine,
                        adjoint.run(frame),
                        List.of(x),
                        Machine.NO_KEYWORDS,
                        span(),
                        places);
            }
        };
    }

    Code comparison(Expr.Comparison comparison, Scope scope) {
        List<Code> operands = lowering.lower(comparison.operands(), scope);
        var operators = new ArrayList<Code>();
        boolean dotted = comparison.operators().stream().anyMatch(o -> o.startsWith("."));
        for (String operator : comparison.operators()) {
            operators.add(
                    lowering.name(
                            dotted ? operator.replaceFirst("^\\.", "") : operator,
                            comparison.span(),
                            scope));
        }
        Code and = dotted ? lowering.name("&", comparison.span(), scope) : null;
        return new Code(comparison.span()) {
            @Override
            Value run(Frame frame) {
                Interpreter running = frame.machine;
                Value left = operands.getFirst().run(frame);
                Value all = Bool.TRUE;
                for (int i = 0; i < operators.size(); i++) {
                    Value right = operands.get(i + 1).run(frame);
                    List<Value> pair = List.of(left, right);
                    Value operator = operators.get(i).run(frame);
                    if (and != null) {
                        Value one =
                                LowerCalls.spread(
                                        running,
                                        operator,
                                        pair,
                                        Machine.NO_KEYWORDS,
                                        span(),
                                        List.of());
                        all =
                                i == 0
                                        ? one
                                        : LowerCalls.spread(
                                                running,
                                                and.run(frame),
                                                List.of(all, one),
                                                Machine.NO_KEYWORDS,
                                                span(),
                                                List.of());
                    } else {
                        Value one =
                                LowerCalls.invoke(
                                        running,
                                        operator,
                                        pair,
                                        Machine.NO_KEYWORDS,
                                        span(),
                                        List.of());
                        if (!LowerControl.truth(one, span())) {
                            return Bool.FALSE;
                        }
                        all = one;
                    }
                    left = right;
                }
                return all;
            }
        };
    }
}
