package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Type;
import wengert.value.Value;

/// Lowers definitions: functions, types, and what `using` brings in.
final class LowerDefinitions {

    final Lowering lowering;
    private final Interpreter machine;

    LowerDefinitions(Lowering lowering, Interpreter machine) {
        this.lowering = lowering;
        this.machine = machine;
    }

    Code lambda(Expr.Lambda lambda, Scope scope) {
        String name = machine.anonymousName();
        LowerSignatures.Prepared prepared =
                lowering.signatures()
                        .prepare(
                                name,
                                lambda.parameters(),
                                lambda.keywords(),
                                List.of(),
                                null,
                                lambda.body(),
                                lambda.span(),
                                scope);
        return new Code(lambda.span()) {
            @Override
            Value run(Frame frame) {
                var function = new Function(name, true);
                function.add(prepared.method(frame));
                return function;
            }
        };
    }

    Code function(Expr.FunctionDefinition definition, Scope scope) {
        Expr name = definition.name();
        if (name == null) {
            return lambda(
                    new Expr.Lambda(
                            definition.parameters(),
                            definition.keywords(),
                            definition.body(),
                            definition.span()),
                    scope);
        }
        String text =
                switch (name) {
                    case Expr.Name(String n, _) -> n;
                    case Expr.Field(_, String n, _) -> n;
                    case Expr.Typed typed -> "callable";
                    case Expr.Curly(Expr.Name(String n, _), _, _) -> n;
                    default ->
                            throw new Located(
                                    new JuliaError("ParseError", "this is no name for a function"),
                                    name.span());
                };
        var parameters = LowerSignatures.parameters(definition);
        if (name instanceof Expr.Typed(Expr object, Expr type, Span span)) {
            parameters.addFirst(new Expr.Parameter(object, type, null, false, span));
        }
        LowerSignatures.Prepared prepared =
                lowering.signatures()
                        .prepare(
                                text,
                                parameters,
                                definition.keywords(),
                                definition.where(),
                                definition.returnType(),
                                definition.body(),
                                definition.span(),
                                scope);
        if (name instanceof Expr.Typed callable) {
            return callableMethod(callable, prepared, definition.span(), scope);
        }
        if (name instanceof Expr.Curly(Expr type, _, _)) {
            return parametric(type, prepared, definition.span(), scope);
        }
        if (name instanceof Expr.Field(Expr module, String member, Span span)) {
            Code owner = lowering.lower(name, scope);
            return extension(owner, text, prepared, definition.span());
        }
        Variable local = scope.find(text);
        if (local != null || (!scope.isTop() && scope.declares(text))) {
            Variable variable = local != null ? local : scope.declare(text);
            return new Code(definition.span()) {
                @Override
                Value run(Frame frame) {
                    Object slot = frame.slots[variable.slot()];
                    Object known = slot instanceof Frame.Cell cell ? cell.value : slot;
                    Function function =
                            known instanceof Function f && !f.anonymous()
                                    ? f
                                    : new Function(text, false);
                    frame.store(variable, function);
                    function.add(prepared.method(frame));
                    return function;
                }
            };
        }
        Global global = machine.global(text);
        return new Code(definition.span()) {
            @Override
            Value run(Frame frame) {
                return frame.machine
                        .names()
                        .define(global, prepared.method(frame), definition.span());
            }
        };
    }

    /// `function f end`, which names a function and gives it no method.
    Code declaration(Expr.FunctionDeclaration declaration, Scope scope) {
        if (!(declaration.name() instanceof Expr.Name(String text, _))
                || scope.find(text) != null) {
            return Lowering.nothing(declaration.span());
        }
        Global global = machine.global(text);
        return new Code(declaration.span()) {
            @Override
            Value run(Frame frame) {
                return frame.machine.names().define(global, null, span());
            }
        };
    }

    /// `P{T}(x) where T = …`
    private Code parametric(Expr type, LowerSignatures.Prepared prepared, Span span, Scope scope) {
        Code owner = lowering.lower(type, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                if (!(owner.run(frame) instanceof Type t)) {
                    throw new Located(
                            new JuliaError("TypeError", "only types have parameters"), span);
                }
                Function function =
                        frame.machine.structs().constructor(Structs.parametric(t.name()));
                function.add(prepared.method(frame));
                return t;
            }
        };
    }

    /// The method of a derivative rule.
    ///
    /// @param object what the rule calls the function itself, which then comes first; null where it has no name for it
    LowerSignatures.Prepared rule(
            Expr.FunctionDefinition definition, @Nullable Expr object, Scope scope) {
        var parameters = new ArrayList<>(definition.parameters());
        if (object != null) {
            parameters.addFirst(new Expr.Parameter(object, null, null, false, object.span()));
        }
        return lowering.signatures()
                .prepare(
                        "adjoint",
                        parameters,
                        definition.keywords(),
                        definition.where(),
                        null,
                        definition.body(),
                        definition.span(),
                        scope);
    }

    /// `(p::Poly)(x) = …`
    private Code callableMethod(
            Expr.Typed callable, LowerSignatures.Prepared prepared, Span span, Scope scope) {
        Expr type = callable.type();
        Code owner = lowering.lower(type instanceof Expr.Curly(Expr t, _, _) ? t : type, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                if (!(owner.run(frame) instanceof Type t)) {
                    throw new Located(
                            new JuliaError(
                                    "TypeError", "only instances of a type can be made callable"),
                            span);
                }
                Function function = frame.machine.structs().callable(t.name());
                function.add(prepared.method(frame));
                return Nothing.NOTHING; // there is no name to show
            }
        };
    }

    private static Code extension(
            Code owner, String name, LowerSignatures.Prepared prepared, Span span) {
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value known = owner.run(frame);
                Function function = frame.machine.names().extension(known, name);
                function.add(prepared.method(frame));
                return Nothing.NOTHING; // a definition by a path shows nothing
            }
        };
    }

    Code using(Expr.Using using) {
        return new Code(using.span()) {
            @Override
            Value run(Frame frame) {
                for (Expr.Import each : using.imports()) {
                    frame.machine.modules().use(each, using.importing());
                }
                return Nothing.NOTHING;
            }
        };
    }
}
