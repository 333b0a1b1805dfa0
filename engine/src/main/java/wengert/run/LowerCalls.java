package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
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
import wengert.value.NamedTuple;
import wengert.value.Tracked;
import wengert.value.Type;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Lowers calls: of functions and operators, broadcast ones, indexing, and the calls that brackets stand for.
final class LowerCalls {

    private static final Set<String> FAST =
            Set.of("+", "-", "*", "/", "<", ">", "<=", ">=", "==", "!=", "≤", "≥", "≠");

    private final Lowering lowering;
    private final Interpreter machine;

    LowerCalls(Lowering lowering, Interpreter machine) {
        this.lowering = lowering;
        this.machine = machine;
    }

    /// Where the arguments of a call stand and what they are called, for the nodes that it records.
    static List<Here.Argument> places(List<? extends Expr> arguments) {
        var places = new ArrayList<Here.Argument>(arguments.size());
        for (Expr argument : arguments) {
            places.add(
                    new Here.Argument(
                            argument.span(),
                            argument instanceof Expr.Name(String name, _) ? name : null));
        }
        return List.copyOf(places);
    }

    Code call(Expr.Call call, Scope scope) {
        if (call.function() instanceof Expr.Name(String name, _)
                && call.keywords().isEmpty()
                && call.arguments().stream().noneMatch(Expr.Splat.class::isInstance)) {
            if (name.equals("rethrow") && call.arguments().isEmpty() && scope.find(name) == null) {
                return rethrow(call.span());
            }
            if (name.equals("'") && call.arguments().size() == 1) {
                return prime(call, scope);
            }
            if (name.equals("^")
                    && call.arguments().size() == 2
                    && isNegative(call.arguments().get(1))) {
                return negativePower(call.function(), call.arguments(), false, call.span(), scope);
            }
            if (FAST.contains(name) && call.arguments().size() == 2 && scope.find(name) == null) {
                return operator(name, call, scope);
            }
        }
        Code function = lowering.lower(call.function(), scope);
        List<Code> arguments = lowering.lower(call.arguments(), scope);
        boolean[] splats = Lowering.splats(call.arguments());
        Code keywords =
                call.keywords().isEmpty()
                        ? null
                        : lowering.namedTuple(call.keywords(), call.span(), scope);
        return invocation(
                function, arguments, splats, keywords, call.span(), places(call.arguments()));
    }

    private static Code rethrow(Span span) {
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                throw new Located(frame.machine.caught().error(), span);
            }
        };
    }

    /// A call of a function by its name, with codes for its arguments.
    Code named(
            String function,
            List<Code> arguments,
            Span span,
            List<Here.Argument> places,
            Scope scope) {
        return invocation(
                lowering.name(function, span, scope),
                arguments,
                new boolean[arguments.size()],
                null,
                span,
                places);
    }

    static Code invocation(
            Code function,
            List<Code> arguments,
            boolean[] splats,
            @Nullable Code keywords,
            Span span,
            List<Here.Argument> places) {
        int count = splats.length;
        if (keywords == null && count >= 1 && count <= 2 && !splats[0] && !splats[count - 1]) {
            return count == 1
                    ? call(function, arguments.getFirst(), span, places)
                    : call(function, arguments.get(0), arguments.get(1), span, places);
        }
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value callee = function.run(frame);
                List<Value> values = Lowering.values(arguments, splats, frame);
                NamedTuple named =
                        keywords == null ? Machine.NO_KEYWORDS : (NamedTuple) keywords.run(frame);
                return invoke(frame.machine, callee, values, named, span, places);
            }
        };
    }

    /// `f(x)`
    private static Code call(Code function, Code argument, Span span, List<Here.Argument> places) {
        return new Code(span) {
            private final Direct direct = new Direct(1);

            @Override
            Value run(Frame frame) {
                Value callee = function.run(frame);
                Value x = argument.run(frame);
                Interpreter machine = frame.machine;
                machine.here().at(span, places);
                Value result;
                try {
                    result = direct.of(machine, callee, x);
                } catch (JuliaError e) {
                    throw new Located(e, span);
                }
                if (result != null) {
                    machine.tick(span);
                    return result;
                }
                return invoke(machine, callee, List.of(x), Machine.NO_KEYWORDS, span, places);
            }
        };
    }

    /// `f(x, y)`
    private static Code call(
            Code function, Code first, Code second, Span span, List<Here.Argument> places) {
        return new Code(span) {
            private final Direct direct = new Direct(2);

            @Override
            Value run(Frame frame) {
                Value callee = function.run(frame);
                Value x = first.run(frame);
                Value y = second.run(frame);
                frame.machine.here().at(span, places);
                Value result = applied(frame.machine, direct, callee, x, y, span);
                return result != null
                        ? result
                        : invoke(
                                frame.machine,
                                callee,
                                List.of(x, y),
                                Machine.NO_KEYWORDS,
                                span,
                                places);
            }
        };
    }

    static Value invoke(
            Interpreter machine,
            Value callee,
            List<Value> values,
            NamedTuple named,
            Span span,
            List<Here.Argument> places) {
        machine.here().at(span, places);
        try {
            machine.tick(span);
            return machine.call(callee, values, named);
        } catch (JuliaError e) {
            throw new Located(e, span);
        } catch (Exhausted e) {
            if (callee instanceof Builtin builtin) {
                e.passedCall(builtin.name(), span);
            }
            throw e;
        } catch (Located e) {
            if (callee instanceof Function f) {
                e.passed(f.name(), span);
            }
            throw e;
        }
    }

    private static boolean isNegative(Expr exponent) {
        return switch (exponent) {
            case Expr.IntLiteral(long value, _, _, _) -> value < 0;
            case Expr.Call(Expr.Name(String minus, _), var of, _, _) ->
                    minus.equals("-") && of.size() == 1 && of.getFirst() instanceof Expr.IntLiteral;
            default -> false;
        };
    }

    /// A power with a negative whole number for an exponent, as it is written: `2^-1` is 0.5 in Julia, though
    /// `2^n` is an error when n happens to be -1. So a whole base is made a floating-point number first.
    private Code negativePower(
            Expr power, List<Expr> arguments, boolean dotted, Span span, Scope scope) {
        Code base = lowering.lower(arguments.get(0), scope);
        Code exponent = lowering.lower(arguments.get(1), scope);
        Code function = lowering.lower(power, scope);
        Code toFloat = lowering.name("float", span, Scope.top());
        List<Here.Argument> places = places(arguments);
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
                                    : spread(
                                            running,
                                            toFloat.run(frame),
                                            whole,
                                            Machine.NO_KEYWORDS,
                                            span,
                                            places);
                }
                List<Value> both = List.of(x, exponent.run(frame));
                return dotted
                        ? spread(
                                running,
                                function.run(frame),
                                both,
                                Machine.NO_KEYWORDS,
                                span,
                                places)
                        : invoke(
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
    private Code operator(String name, Expr.Call call, Scope scope) {
        Code left = lowering.lower(call.arguments().get(0), scope);
        Code right = lowering.lower(call.arguments().get(1), scope);
        Code function = lowering.lower(call.function(), scope);
        List<Here.Argument> places = places(call.arguments());
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
                return invoke(
                        frame.machine, callee, List.of(a, b), Machine.NO_KEYWORDS, span(), places);
            }
        };
    }

    /// An operation on two numbers past the library, if that is what it comes to.
    private static @Nullable Value applied(
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
    private Code prime(Expr.Call call, Scope scope) {
        Code argument = lowering.lower(call.arguments().getFirst(), scope);
        Code adjoint = lowering.name("adjoint", call.span(), scope);
        List<Here.Argument> places = places(call.arguments());
        return new Code(call.span()) {
            @Override
            Value run(Frame frame) {
                Value x = argument.run(frame);
                if (frame.machine.isFunction(x)) {
                    return new Derivative(x);
                }
                return invoke(
                        frame.machine,
                        adjoint.run(frame),
                        List.of(x),
                        Machine.NO_KEYWORDS,
                        span(),
                        places);
            }
        };
    }

    Code broadcast(Expr.DotCall call, Scope scope) {
        if (call.function() instanceof Expr.Name(String name, _)
                && name.equals("^")
                && call.arguments().size() == 2
                && isNegative(call.arguments().get(1))) {
            return negativePower(call.function(), call.arguments(), true, call.span(), scope);
        }
        Code function = lowering.lower(call.function(), scope);
        List<Code> arguments = lowering.lower(call.arguments(), scope);
        boolean[] splats = Lowering.splats(call.arguments());
        Code keywords =
                call.keywords().isEmpty()
                        ? null
                        : lowering.namedTuple(call.keywords(), call.span(), scope);
        List<Here.Argument> places = places(call.arguments());
        return new Code(call.span()) {
            @Override
            Value run(Frame frame) {
                Value callee = function.run(frame);
                List<Value> values = Lowering.values(arguments, splats, frame);
                NamedTuple named =
                        keywords == null ? Machine.NO_KEYWORDS : (NamedTuple) keywords.run(frame);
                return spread(frame.machine, callee, values, named, span(), places);
            }
        };
    }

    static Value spread(
            Interpreter machine,
            Value callee,
            List<Value> values,
            NamedTuple named,
            Span span,
            List<Here.Argument> places) {
        machine.here().at(span, places);
        try {
            machine.tick(span);
            return machine.broadcasts().apply(callee, values, named);
        } catch (JuliaError e) {
            throw new Located(e, span);
        }
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
                                spread(
                                        running,
                                        operator,
                                        pair,
                                        Machine.NO_KEYWORDS,
                                        span(),
                                        List.of());
                        all =
                                i == 0
                                        ? one
                                        : spread(
                                                running,
                                                and.run(frame),
                                                List.of(all, one),
                                                Machine.NO_KEYWORDS,
                                                span(),
                                                List.of());
                    } else {
                        Value one =
                                invoke(
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

    Code index(Expr.Index index, Scope scope) {
        Code target = lowering.lower(index.target(), scope);
        var keep = scope.hidden();
        Code kept = hidden(keep, index.target().span());
        List<Code> arguments = indices(index.arguments(), kept, scope);
        boolean[] splats = Lowering.splats(index.arguments());
        List<Here.Argument> places = places(List.of(index.target()));
        boolean viewing = scope.isViewing();
        boolean single = splats.length == 1 && !splats[0];
        return new Code(index.span()) {
            @Override
            Value run(Frame frame) {
                Value array = target.run(frame);
                frame.slots[keep.slot()] = array;
                List<Value> at =
                        single
                                ? List.of(arguments.getFirst().run(frame))
                                : Lowering.values(arguments, splats, frame);
                frame.machine.here().at(span(), places);
                try {
                    frame.machine.tick(span());
                    if (array instanceof Type type) {
                        return frame.machine.typedVector(type, at);
                    }
                    return viewing
                            ? frame.machine.subscripts().view(array, at)
                            : frame.machine.subscripts().get(array, at);
                } catch (JuliaError e) {
                    throw new Located(e, span());
                }
            }
        };
    }

    static Code hidden(Variable variable, Span span) {
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Object value = frame.slots[variable.slot()];
                if (!(value instanceof Value kept)) {
                    throw new IllegalStateException("nothing kept for " + span);
                }
                return kept;
            }
        };
    }

    /// Lowers the indices of an array; `end` and `begin` among them mean the last and first index of it.
    List<Code> indices(List<Expr> arguments, Code array, Scope scope) {
        var codes = new ArrayList<Code>();
        for (int i = 0; i < arguments.size(); i++) {
            codes.add(
                    lowering.lower(
                            arguments.get(i),
                            scope.indexing(new Scope.Ends(array, i, arguments.size()))));
        }
        return codes;
    }
}
