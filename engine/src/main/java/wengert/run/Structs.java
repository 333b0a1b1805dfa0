package wengert.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
import wengert.library.Constructors;
import wengert.library.Machine;
import wengert.library.Properties;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Show;
import wengert.value.Struct;
import wengert.value.StructType;
import wengert.value.Symbol;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// The program's own types: their constructors, their fields, and calling their instances.
final class Structs {

    private final Interpreter machine;
    private final Map<String, StructType> definitions = new HashMap<>();
    private final Map<String, Function> constructors = new HashMap<>();
    private final Map<String, Function> callables = new HashMap<>();

    Structs(Interpreter machine) {
        this.machine = machine;
    }

    /// @param ownConstructors whether the definition has constructors inside, which replace the usual one
    void define(StructType struct, List<Parameter> parameters, boolean ownConstructors) {
        definitions.put(struct.name(), struct);
        this.parameters.put(struct.name(), List.copyOf(parameters));
        constructors.remove(struct.name());
        if (ownConstructors) {
            closed.put(struct.name(), true);
        } else {
            closed.remove(struct.name());
        }
    }

    /// A parameter of a type, such as the `T` of `Point{T}`, and the fields that are declared with it.
    record Parameter(String name, List<Method.Place> fields) {}

    private final Map<String, List<Parameter>> parameters = new HashMap<>();
    private final Map<String, Boolean> closed = new HashMap<>();

    void defineAbstract(StructType type) {
        definitions.put(type.name(), type);
        closed.put(type.name(), true);
    }

    /// The methods that were added to a type's name.
    Function constructor(String type) {
        return constructors.computeIfAbsent(type, name -> new Function(name, false));
    }

    /// The methods of a type's instances.
    Function callable(String type) {
        return callables.computeIfAbsent(type, name -> new Function(name, false));
    }

    boolean knows(String type) {
        return definitions.containsKey(type);
    }

    /// `T(arguments...)`
    Value construct(Type type, List<Value> arguments, NamedTuple keywords) {
        Function parametric = parametric(type, arguments);
        if (parametric != null) {
            var all = new ArrayList<Value>(List.of(type));
            all.addAll(arguments);
            return parametric.call(machine, all, keywords);
        }
        Function own = constructors.get(type.name());
        if (own != null && own.find(arguments) != null) {
            return own.call(machine, arguments, keywords);
        }
        StructType struct = type.definition() != null ? definitions.get(type.name()) : null;
        if (struct == null) {
            return Constructors.construct(machine, type, arguments, keywords);
        }
        if (closed.containsKey(type.name()) || arguments.size() != struct.fields().size()) {
            throw own != null
                    ? own.noMethod(arguments)
                    : new JuliaError(
                            "MethodError",
                            "`%s` takes %d argument%s, found %d"
                                    .formatted(
                                            type.name(),
                                            struct.fields().size(),
                                            struct.fields().size() == 1 ? "" : "s",
                                            arguments.size()));
        }
        return make(struct, type.parameters(), arguments);
    }

    /// The name under which the constructors of a type with its parameters are kept, which take the type first.
    static String parametric(String type) {
        return type + "{}";
    }

    private @Nullable Function parametric(Type type, List<Value> arguments) {
        Function own =
                type.parameters().isEmpty() ? null : constructors.get(parametric(type.name()));
        if (own == null) {
            return null;
        }
        var all = new ArrayList<Value>(List.of(type));
        all.addAll(arguments);
        return own.find(all) == null ? null : own;
    }

    /// @param given the parameters where the program says them, as in `Point{Float64}(1, 2)`
    private Value make(StructType struct, List<Value> given, List<Value> arguments) {
        List<Parameter> open = parameters.getOrDefault(struct.name(), List.of());
        var fields = new Value[struct.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            Type type = declared(struct, open, given, i);
            Value value = arguments.get(i);
            fields[i] = type.equals(Type.ANY) ? value : machine.convert(type, value);
        }
        return new Struct(struct, given.isEmpty() ? found(struct, open, fields) : given, fields);
    }

    private static Type declared(
            StructType struct, List<Parameter> open, List<Value> given, int field) {
        for (int k = 0; k < Math.min(open.size(), given.size()); k++) {
            if (given.get(k) instanceof Type type
                    && open.get(k).fields().contains(Method.Place.type(field))) {
                return type;
            }
        }
        return struct.fieldTypes().get(field);
    }

    /// What the parameters turn out to be; nothing where a field does not say it.
    private static List<Value> found(StructType struct, List<Parameter> open, Value[] fields) {
        var types = new ArrayList<Value>();
        for (Parameter parameter : open) {
            List<Value> said =
                    parameter.fields().stream()
                            .map(place -> place.of(fields[place.parameter()]))
                            .distinct()
                            .toList();
            if (said.isEmpty()) {
                return List.of();
            }
            if (said.size() > 1) {
                throw new JuliaError(
                        "MethodError",
                        "`%s` needs one type for its `%s`, found %s"
                                .formatted(
                                        struct.name(),
                                        parameter.name(),
                                        said.stream()
                                                .map(Show::print)
                                                .collect(Collectors.joining(" and "))));
            }
            types.add(said.getFirst());
        }
        return types;
    }

    /// `new`, as constructors inside a definition have it.
    Value maker(StructType struct) {
        return new Maker(struct, List.of());
    }

    /// `new{T}`
    static @Nullable Value makerOf(Value maker, List<Value> parameters) {
        return maker instanceof Maker plain ? plain.of(parameters) : null;
    }

    private final class Maker implements Callable {
        private final StructType struct;
        private final List<Value> parameters;

        Maker(StructType struct, List<Value> parameters) {
            this.struct = struct;
            this.parameters = List.copyOf(parameters);
        }

        private Maker of(List<Value> given) {
            return new Maker(struct, given);
        }

        @Override
        public Value call(Machine ignored, List<Value> arguments, NamedTuple keywords) {
            if (arguments.size() > struct.fields().size()) {
                throw new JuliaError(
                        "ArgumentError",
                        "`new` for `%s` takes %d arguments, found %d"
                                .formatted(
                                        struct.name(), struct.fields().size(), arguments.size()));
            }
            var all = new ArrayList<>(arguments);
            while (all.size() < struct.fields().size()) {
                all.add(Nothing.NOTHING);
            }
            return make(struct, parameters, all);
        }

        @Override
        public String show() {
            return "new";
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }

    /// `value.name`
    Value get(Value value, String name) {
        if (value instanceof Modules.Named module) {
            return machine.modules().member(module.name(), name);
        }
        if (value instanceof Struct && machine.names().extendsAny()) {
            Function own = machine.extensions().of("getproperty", value, new Symbol(name));
            if (own != null) {
                return own.call(machine, List.of(value, new Symbol(name)), Machine.NO_KEYWORDS);
            }
        }
        Value found = Gradients.property(value, name);
        return found != null ? found : Properties.get(machine, value, name);
    }

    /// `object.name = value`
    void set(Value object, String name, Value value) {
        Function own =
                machine.names().extendsAny()
                        ? machine.extensions().of("setproperty!", object, new Symbol(name), value)
                        : null;
        if (own != null) {
            own.call(machine, List.of(object, new Symbol(name), value), Machine.NO_KEYWORDS);
            return;
        }
        if (object instanceof Struct struct) {
            int i = struct.type().fields().indexOf(name);
            if (i >= 0 && struct.type().mutable()) {
                Type type = struct.type().fieldTypes().get(i);
                struct.field(i, type.equals(Type.ANY) ? value : machine.convert(type, value));
                return;
            }
            throw new JuliaError(
                    "ErrorException",
                    i < 0
                            ? "`%s` has no field `%s`".formatted(struct.type().name(), name)
                            : "the fields of `%s` cannot be replaced"
                                    .formatted(struct.type().name()),
                    i < 0
                            ? null
                            : "define it as `mutable struct %s`".formatted(struct.type().name()));
        }
        machine.call(machine.base("setproperty!"), object, new Symbol(name), value);
    }

    /// `object[at...]` where the program defined `Base.getindex` for its type.
    Value indexed(Struct object, List<Value> at) {
        var arguments = new ArrayList<Value>();
        arguments.add(object);
        arguments.addAll(at);
        return machine.call(machine.base("getindex"), arguments, Machine.NO_KEYWORDS);
    }

    void setIndexed(Struct object, Value value, List<Value> at) {
        var arguments = new ArrayList<Value>(List.of(object, value));
        arguments.addAll(at);
        machine.call(machine.base("setindex!"), arguments, Machine.NO_KEYWORDS);
    }

    /// Calls an instance of a type whose instances can be called.
    Value callInstance(Struct object, List<Value> arguments, NamedTuple keywords) {
        Function function = callables.get(object.type().name());
        if (function == null) {
            throw new JuliaError(
                    "MethodError", "`%s` cannot be called".formatted(object.type().name()));
        }
        return function.callOn(machine, object, arguments, keywords);
    }

    /// Whether `type` is one that the program defined.
    boolean isOwn(Type type) {
        return type.definition() != null
                && definitions.containsKey(type.name())
                && !Types.names().contains(type.name());
    }
}
