package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.trace.Here;
import wengert.trace.Node;
import wengert.value.ArrayRef;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Value;

/// Lowers assignments of every kind, and the declarations of variables.
final class LowerTargets {

    private final Lowering lowering;
    private final Interpreter machine;

    LowerTargets(Lowering lowering, Interpreter machine) {
        this.lowering = lowering;
        this.machine = machine;
    }

    /// What the left side of an assignment stands for.
    Target target(Expr expr, Scope scope) {
        return switch (expr) {
            case Expr.Name(String text, _) when text.equals("_") -> new Target.Nowhere();
            case Expr.Name(String text, Span span) -> {
                Variable variable = scope.find(text);
                if (variable == null) {
                    yield new Target.ToGlobal(machine.global(text), span);
                }
                Code type = variable.type();
                Target local = new Target.Local(variable);
                yield type == null ? local : new Target.Converted(local, type, null, span);
            }
            case Expr.Index(Expr array, var arguments, Span span) -> {
                Variable keep = scope.hidden();
                Code kept = LowerCalls.hidden(keep, array.span());
                yield new Target.Element(
                        lowering.lower(array, scope),
                        kept,
                        new Target.Local(keep),
                        lowering.calls().indices(arguments, kept, scope),
                        span);
            }
            case Expr.Field(Expr object, String name, Span span) ->
                    new Target.Field(lowering.lower(object, scope), name, span);
            case Expr.Tuple(var elements, Span span) -> {
                var parts = new ArrayList<Target>();
                int splat = -1;
                for (int i = 0; i < elements.size(); i++) {
                    Expr element = elements.get(i);
                    if (element instanceof Expr.Splat(Expr rest, _)) {
                        splat = i;
                        element = rest;
                    }
                    parts.add(target(element, scope));
                }
                yield new Target.Parts(parts, splat, span);
            }
            case Expr.NamedTuple(var entries, Span span) -> {
                List<String> names = Assigned.targets(expr);
                List<Target> parts = entries.stream().map(e -> target(e, scope)).toList();
                yield new Target.Properties(names, parts, span);
            }
            case Expr.Typed(Expr value, Expr type, Span span) when value != null -> {
                Code wanted = lowering.lower(type, scope);
                Target into = target(value, scope);
                yield switch (into) {
                    case Target.Local(Variable variable) -> {
                        variable.type(wanted);
                        yield new Target.Converted(into, wanted, null, span);
                    }
                    case Target.ToGlobal(Global global, _) ->
                            new Target.Converted(into, wanted, global, span);
                    default -> new Target.Converted(into, wanted, null, span);
                };
            }
            default ->
                    throw new Located(
                            new JuliaError(
                                    "ParseError",
                                    "nothing can be assigned to this",
                                    "to compare, write `==`"),
                            expr.span());
        };
    }

    Code assign(Expr left, Expr right, Span span, Scope scope) {
        Target target = target(left, scope);
        Code value = lowering.lower(right, scope);
        return assign(target, value, span);
    }

    private static Code assign(Target target, Code value, Span span) {
        String name =
                switch (target) {
                    case Target.Local(Variable variable) -> variable.name();
                    case Target.ToGlobal(Global global, _) -> global.name;
                    default -> "";
                };
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value result = value.run(frame);
                target.store(frame, result);
                if (frame.machine.recording() && !name.isEmpty()) {
                    name(result, name);
                }
                return result;
            }
        };
    }

    /// Tells the recording what the program calls a value.
    private static void name(Value value, String name) {
        Value content = value instanceof ArrayRef array ? array.peek() : value;
        if (content instanceof Node node) {
            node.name(name);
        }
    }

    /// `x += v`, `a[i] *= v`, `x .+= v`, `x .= v`
    Code update(Expr.Update update, Scope scope) {
        return switch (update.target()) {
            case Expr.Index index -> updateElement(update, index, scope);
            case Expr.Field field -> {
                Variable keep = scope.hidden();
                Code object = lowering.lower(field.target(), scope);
                Code kept = LowerCalls.hidden(keep, field.target().span());
                Code old = fieldOf(kept, field.name(), field.span());
                yield keeping(
                        keep,
                        object,
                        update.dotted()
                                ? assignInto(old, update, scope)
                                : assign(
                                        new Target.Field(kept, field.name(), field.span()),
                                        combined(update, old, scope),
                                        update.span()));
            }
            default -> {
                Code old = lowering.lower(update.target(), scope);
                yield update.dotted()
                        ? assignInto(old, update, scope)
                        : assign(
                                target(update.target(), scope),
                                combined(update, old, scope),
                                update.span());
            }
        };
    }

    private static Code fieldOf(Code object, String name, Span span) {
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                return frame.machine.structs().get(object.run(frame), name);
            }
        };
    }

    private static Code keeping(Variable keep, Code value, Code then) {
        return new Code(then.span()) {
            @Override
            Value run(Frame frame) {
                frame.slots[keep.slot()] = value.run(frame);
                return then.run(frame);
            }
        };
    }

    private Code combined(Expr.Update update, Code old, Scope scope) {
        Code value = lowering.lower(update.value(), scope);
        return lowering.calls()
                .named(
                        update.operator(),
                        List.of(old, value),
                        update.span(),
                        LowerCalls.places(List.of(update.target(), update.value())),
                        scope);
    }

    private Code updateElement(Expr.Update update, Expr.Index index, Scope scope) {
        Variable array = scope.hidden();
        Code kept = LowerCalls.hidden(array, index.target().span());
        List<Code> indices = lowering.calls().indices(index.arguments(), kept, scope);
        var keeps = new ArrayList<Variable>();
        var again = new ArrayList<Code>();
        for (Code code : indices) {
            Variable keep = scope.hidden();
            keeps.add(keep);
            again.add(LowerCalls.hidden(keep, code.span()));
        }
        List<Here.Argument> places = LowerCalls.places(List.of(index.target()));
        Code old =
                new Code(index.span()) {
                    @Override
                    Value run(Frame frame) {
                        var at = new ArrayList<Value>();
                        again.forEach(c -> at.add(c.run(frame)));
                        frame.machine.here().at(span(), places);
                        try {
                            return frame.machine.subscripts().get(kept.run(frame), at);
                        } catch (JuliaError e) {
                            throw new Located(e, span());
                        }
                    }
                };
        Target into = new Target.Element(kept, kept, new Target.Nowhere(), again, index.span());
        Code then;
        if (update.dotted()) {
            Code value =
                    update.operator().isEmpty()
                            ? lowering.lower(update.value(), scope)
                            : dotted(update, old, scope);
            then =
                    new Code(update.span()) {
                        @Override
                        Value run(Frame frame) {
                            Value result = value.run(frame);
                            var at = new ArrayList<Value>();
                            again.forEach(c -> at.add(c.run(frame)));
                            frame.machine.here().at(span(), List.of());
                            try {
                                return frame.machine.subscripts().fill(kept.run(frame), result, at);
                            } catch (JuliaError e) {
                                throw new Located(e, span());
                            }
                        }
                    };
        } else {
            then = assign(into, combined(update, old, scope), update.span());
        }
        for (int i = keeps.size() - 1; i >= 0; i--) {
            then = keeping(keeps.get(i), indices.get(i), then);
        }
        return keeping(array, lowering.lower(index.target(), scope), then);
    }

    private Code dotted(Expr.Update update, Code old, Scope scope) {
        Code function = lowering.name(update.operator(), update.span(), scope);
        Code value = lowering.lower(update.value(), scope);
        var places = LowerCalls.places(List.of(update.target(), update.value()));
        return new Code(update.span()) {
            @Override
            Value run(Frame frame) {
                return LowerCalls.spread(
                        frame.machine,
                        function.run(frame),
                        List.of(old.run(frame), value.run(frame)),
                        Target.none(),
                        span(),
                        places);
            }
        };
    }

    /// `x .= v` and `x .+= v` on a whole array: it keeps its identity and gets a new content.
    private Code assignInto(Code array, Expr.Update update, Scope scope) {
        Code value =
                update.operator().isEmpty()
                        ? lowering.lower(update.value(), scope)
                        : dotted(update, array, scope);
        return new Code(update.span()) {
            @Override
            Value run(Frame frame) {
                Value result = value.run(frame);
                Value into = array.run(frame);
                frame.machine.here().at(span(), List.of());
                try {
                    frame.machine.broadcasts().assign(into, result);
                } catch (JuliaError e) {
                    throw new Located(e, span());
                }
                return into;
            }
        };
    }

    Code declaration(Expr.Declaration declaration, Scope scope) {
        var codes = new ArrayList<Code>();
        for (Expr declared : declaration.declared()) {
            for (String name :
                    Assigned.targets(
                            declared instanceof Expr.Assign(Expr t, _, _) ? t : declared)) {
                switch (declaration.kind()) {
                    case GLOBAL -> scope.global(name);
                    case LOCAL -> {
                        if (scope.isTop()) {
                            throw new Located(
                                    new JuliaError(
                                            "ParseError",
                                            "`local %s` outside of any block".formatted(name),
                                            "leave `local` out"),
                                    declaration.span());
                        }
                        scope.declare(name);
                    }
                    case CONST -> {}
                }
            }
            if (!(declared instanceof Expr.Name) && !(declared instanceof Expr.Typed)) {
                codes.add(lowering.lower(declared, scope));
            }
            if (declaration.kind() == Expr.Declaration.Kind.CONST
                    && declared instanceof Expr.Assign(Expr t, _, _)) {
                codes.add(constants(Assigned.targets(t), codes.removeLast()));
            }
        }
        return new Code(declaration.span()) {
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

    private Code constants(List<String> names, Code assignment) {
        List<Global> globals = names.stream().map(machine::global).toList();
        return new Code(assignment.span()) {
            @Override
            Value run(Frame frame) {
                Value value = assignment.run(frame);
                globals.forEach(g -> g.constant = true);
                return value;
            }
        };
    }
}
