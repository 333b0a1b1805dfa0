package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.library.Lookup;
import wengert.ops.ScalarOp;
import wengert.ops.Turn;
import wengert.trace.Tape;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Int64;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Scalar;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// Notices what a program learns from the numbers that are being recorded, when a function of the library answers with
/// something that is not recorded: `x > 0`, `argmax(x)`, `Int(round(x))`.
final class Decisions {

    /// The functions that look at kinds and sizes only, or whose answer no number of the program depends on.
    private static final Set<String> BLIND =
            Set.of(
                    "length",
                    "size",
                    "ndims",
                    "eachindex",
                    "axes",
                    "lastindex",
                    "firstindex",
                    "typeof",
                    "eltype",
                    "isa",
                    "zero",
                    "one",
                    "zeros",
                    "ones",
                    "similar",
                    "keys",
                    "values",
                    "isempty",
                    "haskey",
                    "println",
                    "print",
                    "show",
                    "display",
                    "string",
                    "repr",
                    "push!",
                    "pushfirst!",
                    "pop!",
                    "append!",
                    "prepend!",
                    "popfirst!",
                    "insert!",
                    "deleteat!",
                    "splice!",
                    "keepat!",
                    "resize!",
                    "reverse!",
                    "sort!",
                    "sortperm",
                    "partialsort",
                    "issorted",
                    "argmax",
                    "argmin",
                    "findmax",
                    "findmin",
                    "map!",
                    "cumsum!",
                    "cumprod!",
                    "accumulate!",
                    "circshift!",
                    "permutedims!",
                    "copy!",
                    "setindex!",
                    "copyto!",
                    "fill!",
                    "empty!",
                    "enumerate",
                    "zip",
                    "eachrow",
                    "eachcol",
                    "pairs",
                    "iterate",
                    "stride",
                    "strides",
                    "ismutable",
                    "isbits",
                    "supertype",
                    "nameof",
                    "fieldnames",
                    "identity",
                    "map",
                    "foreach",
                    "filter",
                    "reduce",
                    "foldl",
                    "foldr",
                    "mapreduce",
                    "mapfoldl",
                    "sum",
                    "prod",
                    "broadcast",
                    "ntuple",
                    "any",
                    "all",
                    "count",
                    "findfirst",
                    "findlast",
                    "findall",
                    "findnext",
                    "findprev",
                    "gradient",
                    "pullback",
                    "withgradient",
                    "jacobian",
                    "hessian",
                    "Ref",
                    "tuple",
                    "vcat",
                    "hcat",
                    "collect",
                    "getindex",
                    "view",
                    "first",
                    "last",
                    "ignore_derivatives",
                    "dropgrad",
                    "ignore",
                    "error",
                    "throw",
                    "derivative",
                    "only",
                    "typemax",
                    "typemin",
                    "eps");

    /// Functions that answer with yes, no or a whole number, and can be asked again.
    private static final Set<String> ASKED =
            Set.of(
                    "isapprox",
                    "isreal",
                    "floor",
                    "ceil",
                    "round",
                    "trunc",
                    "searchsortedfirst",
                    "searchsortedlast");

    private Decisions() {}

    /// Notes what the call of a function of the library gave away.
    static void note(
            Interpreter machine,
            Builtin function,
            List<Value> arguments,
            NamedTuple keywords,
            Value result) {
        if (result instanceof Tracked
                || result instanceof Nothing
                || BLIND.contains(function.name())
                || !(result instanceof Scalar || givesAway(result) || isPlain(result))) {
            return;
        }
        var followed = new ArrayList<Value>();
        boolean numbers = true;
        boolean single = false;
        for (Value argument : arguments) {
            if (argument instanceof ArrayRef ref && ref.peek() == null) {
                numbers = false;
                single |= elements(ref, followed);
                continue;
            }
            Value whole = argument instanceof ArrayRef ref ? ref.peek() : argument;
            if (whole instanceof Tracked tracked && tracked.live()) {
                followed.add(whole);
                numbers &= Tracked.plain(whole) instanceof Scalar;
            } else {
                numbers &= argument instanceof Scalar;
            }
        }
        if (followed.isEmpty()) {
            return;
        }
        ScalarOp op = numbers ? machine.scalar(function, arguments.size()) : null;
        if (op != null) {
            Tape.decide(op, arguments, Turn.VALUE);
        } else if (ASKED.contains(function.name())
                && !single
                && (result instanceof Bool || result instanceof Int64)) {
            Tape.decide(Asked.of(machine, function, arguments, keywords), followed, Turn.VALUE);
        } else {
            Tape.decide(null, followed, single ? Turn.VALUE : turn(function.name()));
        }
    }

    /// Notes that numbers were made of recorded ones and are not recorded: `Int(x)`, `Vector{Int}(x)`.
    static void note(Interpreter machine, List<Value> arguments, Value result) {
        if (result instanceof Scalar || !(result instanceof Tracked) && isPlain(result)) {
            Lookup.settle(machine, arguments);
        }
    }

    /// Whether there is a number among several values that is not recorded.
    private static boolean givesAway(Value result) {
        return result instanceof Tuple(List<Value> elements)
                && elements.stream().anyMatch(e -> !(e instanceof Tracked));
    }

    private static Turn turn(String function) {
        return switch (function) {
            case "sign", "signbit", "iszero", "isfinite", "isinf", "isnan" -> Turn.SIGNS;
            default -> Turn.VALUE;
        };
    }

    /// The elements that are followed of an array that is held as single elements.
    private static boolean elements(ArrayRef ref, List<Value> followed) {
        boolean any = false;
        for (@Nullable Value element : ref.written()) {
            if (element instanceof Tracked tracked && tracked.live()) {
                followed.add(element);
                any = true;
            }
        }
        return any;
    }

    private static boolean isPlain(Value result) {
        return result instanceof ArrayRef ref
                ? !(ref.peek() instanceof Tracked) && !elements(ref, new ArrayList<>())
                : Arrays.isArray(result);
    }
}
