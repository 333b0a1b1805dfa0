package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.library.Builtin;
import wengert.ops.Question;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.NamedTuple;
import wengert.value.Tracked;
import wengert.value.Value;

/// A question that a program put to a function of the library, put again with other numbers: does `searchsortedfirst(t, x)`
/// still find the same place?
///
/// @param arguments what it was asked with: of arrays what they held then, since the program may write to them later
/// @param followed which of these are the arguments of the operation
record Asked(
        Interpreter machine,
        Builtin function,
        List<Value> arguments,
        NamedTuple keywords,
        List<Integer> followed)
        implements Question {

    Asked {
        arguments = List.copyOf(arguments);
        followed = List.copyOf(followed);
    }

    /// @param arguments of which those that are recorded become the arguments of the operation
    static Asked of(
            Interpreter machine, Builtin function, List<Value> arguments, NamedTuple keywords) {
        var followed = new ArrayList<Integer>();
        var plain = new ArrayList<Value>();
        for (int i = 0; i < arguments.size(); i++) {
            Value whole = machine.whole(arguments.get(i));
            if (whole instanceof Tracked tracked && tracked.live()) {
                followed.add(i);
            }
            plain.add(Tracked.plain(whole));
        }
        return new Asked(machine, function, plain, keywords, followed);
    }

    @Override
    public String symbol() {
        return function.name();
    }

    @Override
    public Value evaluate(List<Value> x) {
        var given = new ArrayList<>(arguments);
        for (int i = 0; i < x.size(); i++) {
            given.set(followed.get(i), x.get(i));
        }
        given.replaceAll(value -> value instanceof ArrayValue ? new ArrayRef(value) : value);
        synchronized (machine) {
            try (Meter.Lease _ = machine.aside()) {
                return function.body().call(machine, given, keywords);
            }
        }
    }
}
