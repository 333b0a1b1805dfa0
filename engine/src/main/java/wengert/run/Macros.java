package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import wengert.library.Printf;
import wengert.syntax.Expr;
import wengert.value.Bool;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Show;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Value;

/// The macros we know, each lowered to the code it stands for.
final class Macros {

    /// Macros that only tell Julia how to run faster.
    private static final Set<String> TRANSPARENT =
            Set.of("inbounds", "simd", "inline", "noinline", "fastmath", "time", "test", "thunk");

    private final Lowering lowering;
    private final Interpreter machine;

    Macros(Lowering lowering, Interpreter machine) {
        this.lowering = lowering;
        this.machine = machine;
    }

    Code lower(Expr.MacroCall macro, Scope scope) {
        String name =
                macro.name()
                        .substring(macro.name().lastIndexOf('.', macro.name().length() - 2) + 1);
        List<Expr> arguments = macro.arguments();
        if (arguments.isEmpty()) {
            throw unfit(macro, "`@%s` needs something behind it".formatted(name));
        }
        if (TRANSPARENT.contains(name)) {
            return lowering.lower(arguments.getLast(), scope);
        }
        return switch (name) {
            case ".", "__dot__" -> lowering.lower(Dotted.all(arguments.getFirst()), scope);
            case "view" -> view(arguments.getFirst(), scope);
            case "views" -> lowering.lower(arguments.getFirst(), scope.viewing());
            case "assert" -> assertion(macro, scope);
            case "show" -> show(macro, scope);
            case "info" -> message(macro, "Info", scope);
            case "warn" -> message(macro, "Warning", scope);
            case "error" -> message(macro, "Error", scope);
            case "debug" -> Lowering.nothing(macro.span());
            case "nograd", "non_differentiable" -> flat(arguments, scope);
            case "evalpoly" -> lowering.lower(polynomial(macro), scope);
            case "printf" -> printf(macro, scope, true);
            case "sprintf" -> printf(macro, scope, false);
            case "ignore", "ignore_derivatives" -> ignoring(arguments.getFirst(), scope);
            case "showgrad" -> showGradient(arguments.getFirst(), scope);
            case "adjoint" -> adjoint(arguments.getFirst(), scope);
            case "kwdef" -> keywords(arguments.getFirst(), scope);
            case "isdefined" -> defined(arguments.getFirst(), scope);
            default -> throw unfit(macro, "unknown macro `@%s`".formatted(name));
        };
    }

    /// `@kwdef struct P … end`: a type that can be made from keywords, whose fields may have defaults.
    private Code keywords(Expr definition, Scope scope) {
        if (!(definition instanceof Expr.StructDefinition struct)) {
            return lowering.lower(definition, scope);
        }
        Expr name = new Expr.Name(struct.name(), struct.span());
        List<Expr> fields =
                struct.fields().stream()
                        .map(Expr.Parameter::pattern)
                        .filter(Objects::nonNull)
                        .toList();
        var make = new Expr.Call(name, fields, List.of(), struct.span());
        var untyped =
                struct.fields().stream()
                        .map(f ->
                                new Expr.Parameter(f.pattern(), null, f.initial(), false, f.span()))
                        .toList();
        var constructor =
                new Expr.FunctionDefinition(
                        name, List.of(), untyped, List.of(), null, make, struct.span());
        Code type = lowering.lower(struct, scope);
        Code made = lowering.lower(constructor, scope);
        return new Code(struct.span()) {
            @Override
            Value run(Frame frame) {
                type.run(frame);
                return made.run(frame);
            }
        };
    }

    private static Located unfit(Expr.MacroCall macro, String message) {
        return new Located(
                new JuliaError(
                        "UndefVarError",
                        message,
                        "known are `@.`, `@assert`, `@show`, `@printf`, `@kwdef`, `@view`, `@views`, `@adjoint`, `@ignore`, `@showgrad`"),
                macro.span());
    }

    private Code view(Expr slice, Scope scope) {
        if (!(slice instanceof Expr.Index(Expr target, var indices, _))) {
            return lowering.lower(slice, scope);
        }
        Variable keep = scope.hidden();
        Code kept = LowerCalls.hidden(keep, target.span());
        Code array = lowering.lower(target, scope);
        List<Code> codes = lowering.calls().indices(indices, kept, scope);
        return new Code(slice.span()) {
            @Override
            Value run(Frame frame) {
                Value parent = array.run(frame);
                frame.slots[keep.slot()] = parent;
                var at = new ArrayList<Value>();
                codes.forEach(c -> at.add(c.run(frame)));
                try {
                    return frame.machine.subscripts().view(parent, at);
                } catch (JuliaError e) {
                    throw new Located(e, span());
                }
            }
        };
    }

    private Code assertion(Expr.MacroCall macro, Scope scope) {
        Expr condition = macro.arguments().getFirst();
        Code test = lowering.lower(condition, scope);
        Code message =
                macro.arguments().size() > 1
                        ? lowering.lower(macro.arguments().get(1), scope)
                        : null;
        String text = machine.source().at(condition.span());
        return new Code(macro.span()) {
            @Override
            Value run(Frame frame) {
                if (!LowerControl.truth(test.run(frame), test.span())) {
                    String says = message == null ? text : frame.machine.text(message.run(frame));
                    throw new Located(new JuliaError("AssertionError", says), span());
                }
                return Nothing.NOTHING;
            }
        };
    }

    private Code show(Expr.MacroCall macro, Scope scope) {
        List<Code> codes = lowering.lower(macro.arguments(), scope);
        List<String> texts =
                macro.arguments().stream().map(a -> machine.source().at(a.span())).toList();
        return new Code(macro.span()) {
            @Override
            Value run(Frame frame) {
                Value last = Nothing.NOTHING;
                for (int i = 0; i < codes.size(); i++) {
                    last = codes.get(i).run(frame);
                    frame.machine.print(
                            texts.get(i) + " = " + Show.repr(frame.machine.shown(last)) + "\n");
                }
                return last;
            }
        };
    }

    /// `@info "text" x y=2` and its kin: a message with values, as Julia's logger writes it.
    private Code message(Expr.MacroCall macro, String level, Scope scope) {
        Code text = lowering.lower(macro.arguments().getFirst(), scope);
        var names = new ArrayList<String>();
        var codes = new ArrayList<Code>();
        for (Expr each : macro.arguments().subList(1, macro.arguments().size())) {
            Expr value = each instanceof Expr.Assign(_, Expr given, _) ? given : each;
            Expr name = each instanceof Expr.Assign(Expr given, _, _) ? given : each;
            names.add(machine.source().at(name.span()));
            codes.add(lowering.lower(value, scope));
        }
        return new Code(macro.span()) {
            @Override
            Value run(Frame frame) {
                var lines = new ArrayList<String>();
                lines.addAll(frame.machine.text(text.run(frame)).lines().toList());
                for (int i = 0; i < codes.size(); i++) {
                    String shown = frame.machine.extensions().text(codes.get(i).run(frame));
                    if (shown.contains("\n")) {
                        lines.add("  " + names.get(i) + " =");
                        shown.lines().forEach(line -> lines.add("   " + line));
                    } else {
                        lines.add("  " + names.get(i) + " = " + shown);
                    }
                }
                frame.machine.print(framed(level, lines));
                return Nothing.NOTHING;
            }
        };
    }

    private static String framed(String level, List<String> lines) {
        String first = level + ": " + (lines.isEmpty() ? "" : lines.getFirst());
        if (lines.size() < 2) {
            return "[ " + first + "\n";
        }
        var text = new StringBuilder("┌ " + first + "\n");
        for (String line : lines.subList(1, lines.size() - 1)) {
            text.append("│ ").append(line).append('\n');
        }
        return text.append("└ ").append(lines.getLast()).append('\n').toString();
    }

    /// `@evalpoly(x, a, b, c)` is `evalpoly(x, (a, b, c))`.
    private static Expr polynomial(Expr.MacroCall macro) {
        List<Expr> arguments = macro.arguments();
        return new Expr.Call(
                new Expr.Name("evalpoly", macro.span()),
                List.of(
                        arguments.getFirst(),
                        new Expr.Tuple(arguments.subList(1, arguments.size()), macro.span())),
                List.of(),
                macro.span());
    }

    private Code printf(Expr.MacroCall macro, Scope scope, boolean print) {
        List<Code> codes = lowering.lower(macro.arguments(), scope);
        return new Code(macro.span()) {
            @Override
            Value run(Frame frame) {
                var values = new ArrayList<Value>();
                codes.forEach(c -> values.add(Tracked.plain(c.run(frame))));
                String format = frame.machine.text(values.removeFirst());
                String text;
                try {
                    text = Printf.format(format, values);
                } catch (JuliaError e) {
                    throw new Located(e, span());
                }
                if (print) {
                    frame.machine.print(text);
                    return Nothing.NOTHING;
                }
                return new Text(text);
            }
        };
    }

    private Code ignoring(Expr body, Scope scope) {
        Code code = lowering.lower(body, scope);
        return new Code(body.span()) {
            @Override
            Value run(Frame frame) {
                return frame.machine.gradients().detached(code.run(frame));
            }
        };
    }

    private Code showGradient(Expr body, Scope scope) {
        Code code = lowering.lower(body, scope);
        String text = machine.source().at(body.span());
        return new Code(body.span()) {
            @Override
            Value run(Frame frame) {
                return frame.machine.gradients().shown(code.run(frame), text);
            }
        };
    }

    /// `@adjoint f(x) = y, ȳ -> …`: a method of the rule of `f`, as `rrule` would have it but without the gradient of `f` itself.
    private Code adjoint(Expr definition, Scope scope) {
        if (!(definition instanceof Expr.FunctionDefinition f) || f.name() == null) {
            throw new Located(
                    new JuliaError(
                            "ParseError",
                            "`@adjoint` needs the definition of a function behind it"),
                    definition.span());
        }
        Expr named = f.name();
        Expr object = named instanceof Expr.Typed(Expr value, _, _) ? value : null;
        Code owner = lowering.lower(owner(named), scope);
        LowerSignatures.Prepared rule = lowering.definitions().rule(f, object, scope);
        return new Code(f.span()) {
            @Override
            Value run(Frame frame) {
                Rules rules = frame.machine.gradients().rules();
                if (object == null) {
                    rules.adjoint(owner.run(frame), rule.method(frame));
                } else {
                    rules.adjointWithObject(owner.run(frame), rule.method(frame));
                }
                return Nothing.NOTHING;
            }
        };
    }

    /// Whose rule it is: `f` of `(::typeof(f))(x)`, the type of `(m::Affine{T})(x)`.
    private static Expr owner(Expr name) {
        return switch (name) {
            case Expr.Typed(_, Expr.Call(Expr.Name(String of, _), var arguments, _, _), _)
                    when of.equals("typeof") && arguments.size() == 1 ->
                    arguments.getFirst();
            case Expr.Typed(_, Expr.Curly(Expr type, _, _), _) -> type;
            case Expr.Typed(_, Expr type, _) -> type;
            default -> name;
        };
    }

    /// `@nograd f, g` and `@non_differentiable f(::Any)`: calls of these functions are cut off.
    private Code flat(List<Expr> functions, Scope scope) {
        var codes = new ArrayList<Code>();
        for (Expr each : functions) {
            List<Expr> names =
                    each instanceof Expr.Tuple(var elements, _) ? elements : List.of(each);
            for (Expr name : names) {
                codes.add(
                        lowering.lower(
                                name instanceof Expr.Call(Expr f, _, _, _) ? f : name, scope));
            }
        }
        return new Code(functions.getFirst().span()) {
            @Override
            Value run(Frame frame) {
                codes.forEach(code -> frame.machine.gradients().rules().flat(code.run(frame)));
                return Nothing.NOTHING;
            }
        };
    }

    private Code defined(Expr name, Scope scope) {
        Code code = lowering.lower(name, scope);
        return new Code(name.span()) {
            @Override
            Value run(Frame frame) {
                try {
                    code.run(frame);
                    return Bool.TRUE;
                } catch (Located e) {
                    return Bool.FALSE;
                }
            }
        };
    }
}
