package wengert.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Elements;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Show;
import wengert.value.Subtypes;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// One method of a function: what it takes, and what it does.
///
/// @param code everything that was known when the text was read
/// @param types the declared type of each parameter, `Any` where none is
/// @param keywordTypes the same for the keywords
/// @param captured the variables it shares with the function around it
@SuppressWarnings("ArrayRecordComponent") // cells are identities; methods compare by signature
record Method(Template code, List<Type> types, List<Type> keywordTypes, Frame.Cell[] captured) {

    /// A method's code, before it is given the variables that it captures.
    ///
    /// @param required how many arguments it needs
    /// @param whereNames type variables, which are bound to what the arguments turn out to be
    /// @param sharing the parameters that have to agree because they share a type variable: `f(x::T, y::T) where T`
    record Template(
            String name,
            Span span,
            List<Target> parameters,
            List<@Nullable Code> initial,
            boolean rest,
            int required,
            List<Keyword> keywords,
            @Nullable Target restOfKeywords,
            List<TypeVariable> whereNames,
            List<List<Place>> sharing,
            Scope.Body body,
            List<Variable> ownVariables,
            Code run) {}

    /// A keyword parameter; without an initial value it has to be given.
    record Keyword(String name, Target target, @Nullable Code initial) {}

    /// A `where` variable, and the parameter that it is read off.
    record TypeVariable(Variable variable, Place place) {}

    /// A parameter that a type variable is read off: the type of that argument, or a parameter of this type.
    ///
    /// @param path which parameter of the type, which parameter of that, …; [#LENGTH] for the number of parameters
    record Place(int parameter, List<Integer> path) {

        /// How many types a tuple has, the `N` of `NTuple{N, T}`.
        static final int LENGTH = -1;

        private static final List<Integer> FIRST = List.of(0);

        /// The type of an argument.
        static Place type(int parameter) {
            return new Place(parameter, List.of());
        }

        /// The first parameter of an argument's type, such as the element type of an array.
        static Place element(int parameter) {
            return new Place(parameter, FIRST);
        }

        /// What it stands for, given the argument.
        Value of(Value argument) {
            Value plain = Tracked.plain(argument);
            if (path.isEmpty()) {
                return Types.of(plain);
            }
            if (path.equals(FIRST) && (plain instanceof ArrayRef || plain instanceof ArrayValue)) {
                return elementType(plain);
            }
            if (path.equals(List.of(1)) && plain instanceof ArrayValue array) {
                return Int64.of(array.dimensions());
            }
            Value found = plain instanceof Type given ? Type.of("Type", given) : Types.of(plain);
            for (int i : path) {
                List<Value> parts = found instanceof Type type ? type.parameters() : List.of();
                found =
                        i == LENGTH
                                ? Int64.of(parts.size())
                                : i < parts.size() ? parts.get(i) : Type.ANY;
            }
            return found;
        }
    }

    int positional() {
        return code.parameters().size() - (code.rest() ? 1 : 0);
    }

    boolean takes(int count) {
        return count >= code.required() && (code.rest() || count <= positional());
    }

    /// The declared type of argument `i`.
    Type type(int i) {
        return types.get(Math.min(i, types.size() - 1));
    }

    boolean accepts(List<Value> arguments) {
        if (!takes(arguments.size())) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Type type = type(i);
            if (!type.equals(Type.ANY) && !Subtypes.isA(Tracked.plain(arguments.get(i)), type)) {
                return false;
            }
        }
        return agree(arguments);
    }

    /// Whether arguments that are declared with the same type variable are of one type.
    private boolean agree(List<Value> arguments) {
        if (code.sharing().isEmpty()) {
            return true;
        }
        for (List<Place> shared : code.sharing()) {
            Value type = null;
            for (Place place : shared) {
                int first = place.parameter();
                int last = code.rest() && first == positional() ? arguments.size() - 1 : first;
                for (int i = first; i <= last && i < arguments.size(); i++) {
                    Value found = place.of(arguments.get(i));
                    if (type != null && !type.equals(found)) {
                        return false;
                    }
                    type = found;
                }
            }
        }
        return true;
    }

    /// Whether this method is at least as specific as `other` for calls with `count` arguments.
    boolean asSpecific(Method other, int count) {
        for (int i = 0; i < count; i++) {
            if (!Subtypes.isSubtype(type(i), other.type(i))) {
                return false;
            }
        }
        if (code.rest() && !other.code.rest()) {
            return false;
        }
        return !code.sharing().isEmpty()
                || other.code.sharing().isEmpty()
                || !types.equals(other.types);
    }

    /// `(::Int64, ::Any)`
    String signature() {
        return types.stream()
                .map(t -> t.equals(Type.ANY) ? "_" : "::" + Show.print(t))
                .collect(Collectors.joining(", ", "(", code.rest() ? "...)" : ")"));
    }

    boolean sameSignature(Method other) {
        return code.required() == other.code.required()
                && code.parameters().size() == other.code.parameters().size()
                && code.rest() == other.code.rest()
                && types.equals(other.types)
                && code.sharing().equals(other.code.sharing());
    }

    /// How many methods Julia counts it as: each default value makes one more.
    int count() {
        return 1 + positional() - code.required();
    }

    Value invoke(Interpreter machine, List<Value> arguments, NamedTuple keywords) {
        var frame = new Frame(machine, code.body().slots());
        List<Scope.Capture> captures = code.body().captures();
        for (int i = 0; i < captures.size(); i++) {
            frame.slots[captures.get(i).inner().slot()] = captured[i];
        }
        frame.enter(code.ownVariables());
        int positional = positional();
        for (int i = 0; i < positional; i++) {
            Value argument;
            if (i < arguments.size()) {
                argument = arguments.get(i);
            } else {
                Code initial = code.initial().get(i);
                if (initial == null) {
                    throw new IllegalStateException(
                            "no default for parameter " + i + " of " + code.name());
                }
                argument = initial.run(frame);
            }
            code.parameters().get(i).store(frame, argument);
        }
        if (code.rest()) {
            int from = Math.min(positional, arguments.size());
            code.parameters()
                    .getLast()
                    .store(frame, new Tuple(arguments.subList(from, arguments.size())));
        }
        if (!code.whereNames().isEmpty()) {
            bindTypes(frame, arguments);
        }
        bindKeywords(frame, keywords);
        try {
            return code.run().run(frame);
        } catch (ControlFlow.Return returned) {
            return returned.value;
        }
    }

    private void bindTypes(Frame frame, List<Value> arguments) {
        for (TypeVariable variable : code.whereNames()) {
            Place place = variable.place();
            if (place.parameter() < arguments.size()) {
                frame.store(variable.variable(), place.of(arguments.get(place.parameter())));
            }
        }
    }

    private static Type elementType(Value array) {
        return switch (array) {
            case ArrayRef ref -> ref.elementType();
            case ArrayValue plain -> Elements.type(plain);
            default -> Type.ANY;
        };
    }

    private void bindKeywords(Frame frame, NamedTuple given) {
        if (code.keywords().isEmpty() && code.restOfKeywords() == null) {
            if (!given.names().isEmpty()) {
                throw new JuliaError(
                        "MethodError",
                        "`%s` takes no keyword `%s`"
                                .formatted(code.name(), given.names().getFirst()));
            }
            return;
        }
        Map<String, Value> left = new LinkedHashMap<>();
        for (int i = 0; i < given.names().size(); i++) {
            left.put(given.names().get(i), given.values().get(i));
        }
        for (Keyword keyword : code.keywords()) {
            Value value = left.remove(keyword.name());
            if (value == null) {
                if (keyword.initial() == null) {
                    throw new JuliaError(
                            "UndefKeywordError",
                            "`%s` needs the keyword `%s`".formatted(code.name(), keyword.name()),
                            "write `%s(…; %s = …)`".formatted(code.name(), keyword.name()));
                }
                value = keyword.initial().run(frame);
            }
            keyword.target().store(frame, value);
        }
        if (code.restOfKeywords() != null) {
            code.restOfKeywords()
                    .store(
                            frame,
                            new NamedTuple(
                                    new ArrayList<>(left.keySet()),
                                    new ArrayList<>(left.values())));
        } else if (!left.isEmpty()) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` takes no keyword `%s`"
                            .formatted(code.name(), left.keySet().iterator().next()));
        }
    }
}
