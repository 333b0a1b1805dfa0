package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wengert.syntax.Expr;
import wengert.value.Nothing;
import wengert.value.StructType;
import wengert.value.Type;
import wengert.value.Value;

/// Lowers the definitions of types: `struct` and `abstract type`.
final class LowerTypes {

    private final Lowering lowering;
    private final LowerSignatures signatures;
    private final Interpreter machine;

    LowerTypes(Lowering lowering, LowerSignatures signatures, Interpreter machine) {
        this.lowering = lowering;
        this.signatures = signatures;
        this.machine = machine;
    }

    Code struct(Expr.StructDefinition definition, Scope scope) {
        var names =
                definition.fields().stream()
                        .map(f -> f.pattern() instanceof Expr.Name(String n, _) ? n : "_")
                        .toList();
        Set<String> parameters =
                definition.parameters().stream()
                        .map(LowerSignatures::typeVariable)
                        .collect(Collectors.toSet());
        List<Code> types =
                definition.fields().stream()
                        .map(f ->
                                signatures.type(
                                        f.type(), definition.parameters(), parameters, scope))
                        .toList();
        Expr above = definition.supertype();
        Code supertype =
                above == null
                        ? Lowering.constant(Type.ANY, definition.span())
                        : signatures.type(above, definition.parameters(), parameters, scope);
        List<Structs.Parameter> open =
                definition.parameters().stream()
                        .map(p -> parameter(LowerSignatures.typeVariable(p), definition.fields()))
                        .toList();
        Global global = machine.global(definition.name());
        var constructors = new ArrayList<Code>();
        Scope inner = scope.hard();
        Variable make = inner.declare("new");
        List<Variable> own = inner.declared();
        for (Expr constructor : definition.constructors()) {
            if (constructor instanceof Expr.FunctionDefinition f) {
                constructors.add(constructor(definition.name(), f, inner));
            }
        }
        return new Code(definition.span()) {
            @Override
            Value run(Frame frame) {
                if (!global.constant) {
                    global.value = Type.of(definition.name()); // fields may be of the type itself
                }
                var fieldTypes = new ArrayList<Type>();
                for (Code type : types) {
                    fieldTypes.add(type.run(frame) instanceof Type t ? t : Type.ANY);
                }
                Type over = supertype.run(frame) instanceof Type t ? t : Type.ANY;
                var struct =
                        new StructType(
                                definition.name(), definition.mutable(), names, fieldTypes, over);
                var type = new Type(definition.name(), List.of(), struct);
                frame.machine.structs().define(struct, open, !constructors.isEmpty());
                frame.machine.names().assign(global, type, definition.span());
                frame.enter(own);
                frame.store(make, frame.machine.structs().maker(struct));
                constructors.forEach(c -> c.run(frame));
                return Nothing.NOTHING;
            }
        };
    }

    private static Structs.Parameter parameter(String name, List<Expr.Parameter> fields) {
        var places = new ArrayList<Method.Place>();
        for (int i = 0; i < fields.size(); i++) {
            switch (fields.get(i).type()) {
                case Expr.Name(String text, _) when text.equals(name) ->
                        places.add(Method.Place.type(i));
                case Expr.Curly(_, var of, _) -> {
                    for (int k = 0; k < of.size(); k++) {
                        if (of.get(k) instanceof Expr.Name(String text, _) && text.equals(name)) {
                            places.add(new Method.Place(i, List.of(k)));
                        }
                    }
                }
                case null, default -> {}
            }
        }
        return new Structs.Parameter(name, places);
    }

    private Code constructor(String type, Expr.FunctionDefinition definition, Scope scope) {
        boolean curly = definition.name() instanceof Expr.Curly;
        String name = curly ? Structs.parametric(type) : type;
        LowerSignatures.Prepared prepared =
                signatures.prepare(
                        type,
                        LowerSignatures.parameters(definition),
                        definition.keywords(),
                        definition.where(),
                        null,
                        definition.body(),
                        definition.span(),
                        scope);
        return new Code(definition.span()) {
            @Override
            Value run(Frame frame) {
                frame.machine.structs().constructor(name).add(prepared.method(frame));
                return Nothing.NOTHING;
            }
        };
    }

    Code abstractType(Expr.AbstractDefinition definition, Scope scope) {
        Expr above = definition.supertype();
        Code supertype =
                above == null
                        ? Lowering.constant(Type.ANY, definition.span())
                        : lowering.lower(above, scope);
        Global global = machine.global(definition.name());
        return new Code(definition.span()) {
            @Override
            Value run(Frame frame) {
                Type over = supertype.run(frame) instanceof Type t ? t : Type.ANY;
                var type = new StructType(definition.name(), false, List.of(), List.of(), over);
                frame.machine.structs().defineAbstract(type);
                frame.machine
                        .names()
                        .assign(
                                global,
                                new Type(definition.name(), List.of(), type),
                                definition.span());
                return Nothing.NOTHING;
            }
        };
    }
}
