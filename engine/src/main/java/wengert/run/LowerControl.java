package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.trace.Branch;
import wengert.trace.Group;
import wengert.value.Bool;
import wengert.value.Exceptions;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Show;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Types;
import wengert.value.Value;

/// Lowers what decides what runs next: blocks, branches, loops, comprehensions, `try`.
final class LowerControl {

    final Lowering lowering;
    private final Interpreter machine;

    LowerControl(Lowering lowering, Interpreter machine) {
        this.lowering = lowering;
        this.machine = machine;
    }

    Code block(List<Expr> statements, Span span, Scope scope) {
        Code[] codes = lowering.lower(statements, scope).toArray(Code[]::new);
        if (codes.length == 1) {
            return codes[0];
        }
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value last = Nothing.NOTHING;
                for (Code code : codes) {
                    last = code.run(frame);
                }
                return last;
            }
        };
    }

    static boolean truth(Value value, Span span) {
        if (Tracked.plain(value) instanceof Bool(boolean truth)) {
            return truth;
        }
        throw new Located(
                new JuliaError(
                        "TypeError",
                        "a condition has to be true or false (Bool), found %s"
                                .formatted(Show.print(Types.of(Tracked.plain(value)))),
                        "compare it with something, such as `!= 0`"),
                span);
    }

    Code and(Expr left, Expr right, Span span, Scope scope) {
        Code first = lowering.lower(left, scope);
        Code second = lowering.lower(right, scope);
        var fork = new Branch.Fork(way(left.span()), way(right.span()), Branch.Way.NOTHING);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                return decide(first, frame, fork) ? second.run(frame) : Bool.FALSE;
            }
        };
    }

    Code or(Expr left, Expr right, Span span, Scope scope) {
        Code first = lowering.lower(left, scope);
        Code second = lowering.lower(right, scope);
        var fork = new Branch.Fork(way(left.span()), Branch.Way.NOTHING, way(right.span()));
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                return decide(first, frame, fork) ? Bool.TRUE : second.run(frame);
            }
        };
    }

    Code choose(Expr condition, Expr yes, Expr no, Span span, Scope scope) {
        return choose(
                lowering.lower(condition, scope),
                lowering.lower(yes, scope),
                lowering.lower(no, scope),
                new Branch.Fork(way(condition.span()), way(yes.span()), way(no.span())),
                span);
    }

    private static Code choose(Code test, Code yes, Code no, Branch.Fork fork, Span span) {
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                return decide(test, frame, fork) ? yes.run(frame) : no.run(frame);
            }
        };
    }

    /// Evaluates a condition and lets a recording know what came of it.
    private static boolean decide(Code condition, Frame frame, Branch.Fork fork) {
        boolean held = truth(condition.run(frame), condition.span());
        frame.machine.here().decided(fork, held);
        return held;
    }

    private Branch.Way way(Span span) {
        return Branch.Way.of(span, machine.source());
    }

    Code branches(Expr.If ifs, Scope scope) {
        return branches(ifs, scope, body -> lowering.lower(body, scope));
    }

    private Code branches(Expr.If ifs, Scope scope, Function<Expr, Code> bodies) {
        Expr last = ifs.otherwise();
        Code chain = last == null ? Lowering.nothing(ifs.span()) : bodies.apply(last);
        Branch.Way rest = last == null ? Branch.Way.NOTHING : way(last.span());
        for (Expr.Branch branch : ifs.branches().reversed()) {
            Branch.Way condition = way(branch.condition().span());
            var fork = new Branch.Fork(condition, way(branch.body().span()), rest);
            chain =
                    choose(
                            lowering.lower(branch.condition(), scope),
                            bodies.apply(branch.body()),
                            chain,
                            fork,
                            ifs.span());
            Span body = branch.body().span();
            rest = way(condition.span().to(rest.span().length() == 0 ? body : rest.span()));
        }
        return chain;
    }

    Code returning(@Nullable Expr value, Span span, Scope scope) {
        Code code = value == null ? Lowering.nothing(span) : lowering.lower(value, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                throw new ControlFlow.Return(code.run(frame));
            }
        };
    }

    /// Lowers the body of a function; a `return` at its very end is no jump.
    Code tail(Expr body, Scope scope) {
        return switch (body) {
            case Expr.Return(Expr value, Span span) ->
                    value == null ? Lowering.nothing(span) : tail(value, scope);
            case Expr.Block(var statements, Span span) when !statements.isEmpty() -> {
                Code[] first =
                        lowering.lower(statements.subList(0, statements.size() - 1), scope)
                                .toArray(Code[]::new);
                Code last = tail(statements.getLast(), scope);
                yield new Code(span) {
                    @Override
                    Value run(Frame frame) {
                        for (Code code : first) {
                            code.run(frame);
                        }
                        return last.run(frame);
                    }
                };
            }
            case Expr.If ifs -> branches(ifs, scope, branch -> tail(branch, scope));
            default -> lowering.lower(body, scope);
        };
    }

    /// `break` and `continue`
    Code signal(ControlFlow signal, String word, Span span, Scope scope) {
        if (!scope.isInLoop()) {
            throw new Located(
                    new JuliaError("ParseError", "`%s` needs a loop around it".formatted(word)),
                    span);
        }
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                throw signal;
            }
        };
    }

    /// The scope of a loop's body, with what is assigned in it declared as Julia's rules for soft scope say.
    Scope bodyScope(Scope scope, boolean hard, Expr... bodies) {
        Scope inner = hard ? scope.hard() : scope.soft();
        for (Expr body : bodies) {
            declare(Assigned.in(body), inner);
        }
        return inner;
    }

    void declare(Assigned assigned, Scope inner) {
        assigned.globals().forEach(inner::global);
        assigned.locals().forEach(inner::declare);
        for (String name : assigned.names()) {
            boolean known = inner.find(name) != null || assigned.globals().contains(name);
            boolean existing = inner.isSoftAtTop() && machine.global(name).value != null;
            if (!known && !existing) {
                inner.declare(name);
            }
        }
    }

    Code let(Expr.Let let, Scope scope) {
        Scope inner = scope;
        var bindings = new ArrayList<Code>();
        for (Expr binding : let.bindings()) {
            Expr target = binding instanceof Expr.Assign(Expr t, _, _) ? t : binding;
            Code value =
                    binding instanceof Expr.Assign(_, Expr v, _) ? lowering.lower(v, inner) : null;
            inner = inner.hard();
            if (binding instanceof Expr.FunctionDefinition definition) {
                if (definition.name() instanceof Expr.Name(String name, _)) {
                    inner.declare(name);
                }
                List<Variable> own = inner.declared();
                Code define = lowering.lower(definition, inner);
                bindings.add(entering(own, define));
                continue;
            }
            Assigned.targets(target).forEach(inner::declare);
            List<Variable> own = inner.declared();
            Target into = lowering.targets().target(target, inner);
            bindings.add(
                    new Code(binding.span()) {
                        @Override
                        Value run(Frame frame) {
                            Value initial = value == null ? null : value.run(frame);
                            frame.enter(own);
                            if (initial != null) {
                                into.store(frame, initial);
                            }
                            return Nothing.NOTHING;
                        }
                    });
        }
        Scope last = bodyScope(inner, true, let.body());
        Code body = lowering.lower(let.body(), last);
        List<Variable> own = last.declared();
        return new Code(let.span()) {
            @Override
            Value run(Frame frame) {
                bindings.forEach(b -> b.run(frame));
                frame.enter(own);
                return body.run(frame);
            }
        };
    }

    static Code entering(List<Variable> own, Code code) {
        return new Code(code.span()) {
            @Override
            Value run(Frame frame) {
                frame.enter(own);
                return code.run(frame);
            }
        };
    }

    Code attempt(Expr.Try attempt, Scope scope) {
        Code body = scoped(attempt.body(), scope, null);
        Code handler =
                attempt.handler() == null ? null : scoped(attempt.handler(), scope, attempt.name());
        Code otherwise =
                attempt.otherwise() == null ? null : scoped(attempt.otherwise(), scope, null);
        Code cleanup = attempt.cleanup() == null ? null : scoped(attempt.cleanup(), scope, null);
        Variable caught = scope.hidden();
        return new Code(attempt.span()) {
            @Override
            Value run(Frame frame) {
                try {
                    Value value = guarded(body, handler, caught, frame);
                    return otherwise == null || frame.slots[caught.slot()] != null
                            ? value
                            : otherwise.run(frame);
                } finally {
                    if (cleanup != null) {
                        cleanup.run(frame);
                    }
                }
            }
        };
    }

    private static Value guarded(Code body, @Nullable Code handler, Variable caught, Frame frame) {
        frame.slots[caught.slot()] = null;
        Group outside = frame.machine.here().group();
        int depth = frame.machine.depth();
        try {
            return body.run(frame);
        } catch (JuliaError | Located e) {
            JuliaError error = e instanceof Located located ? located.error() : (JuliaError) e;
            frame.machine.here().group(outside);
            frame.machine.depth(depth);
            Value exception = Exceptions.caught(error);
            frame.slots[caught.slot()] = exception;
            if (handler == null) {
                return Nothing.NOTHING;
            }
            return frame.machine.caught().handling(error, exception, () -> handler.run(frame));
        }
    }

    private Code scoped(Expr body, Scope scope, @Nullable String exceptionName) {
        Scope inner = scope.soft();
        Target name = null;
        if (exceptionName != null) {
            name = new Target.Local(inner.declare(exceptionName));
        }
        declare(Assigned.in(body), inner);
        Code code = lowering.lower(body, inner);
        List<Variable> own = inner.declared();
        Target into = name;
        return new Code(body.span()) {
            @Override
            Value run(Frame frame) {
                frame.enter(own);
                if (into != null) {
                    into.store(frame, frame.machine.caught().exception());
                }
                return code.run(frame);
            }
        };
    }

    /// A message as a program sees it.
    static Value message(JuliaError error) {
        return new Text(error.message());
    }
}
