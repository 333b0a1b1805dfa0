package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.library.Machine;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.trace.Here;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Type;
import wengert.value.Value;

/// Lowers calls: of functions and operators, broadcast ones, indexing, and the calls that brackets stand for.
final class LowerCalls {

    final Lowering lowering;
    final Interpreter machine;

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
                return lowering.operators().prime(call, scope);
            }
            if (name.equals("^")
                    && call.arguments().size() == 2
                    && LowerOperators.isNegative(call.arguments().get(1))) {
                return lowering.operators()
                        .negativePower(
                                call.function(), call.arguments(), false, call.span(), scope);
            }
            if (LowerOperators.FAST.contains(name)
                    && call.arguments().size() == 2
                    && scope.find(name) == null) {
                return lowering.operators().operator(name, call, scope);
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
            private final Direct direct = new Direct(2);

            @Override
            Value run(Frame frame) {
                Value callee = function.run(frame);
                List<Value> values = Lowering.values(arguments, splats, frame);
                NamedTuple named =
                        keywords == null ? Machine.NO_KEYWORDS : (NamedTuple) keywords.run(frame);
                Interpreter machine = frame.machine;
                machine.here().at(span, places);
                Value result = null;
                if (keywords == null) {
                    try {
                        result = direct.folded(machine, callee, values);
                    } catch (JuliaError e) {
                        throw new Located(e, span);
                    }
                }
                if (result != null) {
                    machine.tick(span);
                    return result;
                }
                return invoke(machine, callee, values, named, span, places);
            }
        };
    }

    /// `f(x)`
    static Code call(Code function, Code argument, Span span, List<Here.Argument> places) {
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
    static Code call(
            Code function, Code first, Code second, Span span, List<Here.Argument> places) {
        return new Code(span) {
            private final Direct direct = new Direct(2);

            @Override
            Value run(Frame frame) {
                Value callee = function.run(frame);
                Value x = first.run(frame);
                Value y = second.run(frame);
                frame.machine.here().at(span, places);
                Value result = LowerOperators.applied(frame.machine, direct, callee, x, y, span);
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

    Code broadcast(Expr.DotCall call, Scope scope) {
        if (call.function() instanceof Expr.Name(String name, _)
                && name.equals("^")
                && call.arguments().size() == 2
                && LowerOperators.isNegative(call.arguments().get(1))) {
            return lowering.operators()
                    .negativePower(call.function(), call.arguments(), true, call.span(), scope);
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

    Code index(Expr.Index index, Scope scope) {
        Code target = lowering.lower(index.target(), scope);
        var keep = scope.hidden();
        Code kept = hidden(keep, index.target().span());
        List<Code> arguments = indices(index.arguments(), kept, scope);
        boolean[] splats = Lowering.splats(index.arguments());
        List<Here.Argument> places = places(List.of(index.target()));
        boolean viewing = scope.isViewing();
        if (splats.length == 1 && !splats[0] && !viewing) {
            return element(target, keep, arguments.getFirst(), index.span(), places);
        }
        return new Code(index.span()) {
            @Override
            Value run(Frame frame) {
                Value array = target.run(frame);
                frame.slots[keep.slot()] = array;
                List<Value> at = Lowering.values(arguments, splats, frame);
                frame.machine.here().at(span(), places);
                try {
                    frame.machine.tick(span());
                    if (array instanceof Type type) {
                        return frame.machine.arrays().typed(type, at);
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

    /// `array[i]`
    private static Code element(
            Code target, Variable keep, Code index, Span span, List<Here.Argument> places) {
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value array = target.run(frame);
                frame.slots[keep.slot()] = array;
                Value at = index.run(frame);
                frame.machine.here().at(span, places);
                try {
                    frame.machine.tick(span);
                    return array instanceof Type type
                            ? frame.machine.arrays().typed(type, List.of(at))
                            : frame.machine.subscripts().get(array, at);
                } catch (JuliaError e) {
                    throw new Located(e, span);
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
