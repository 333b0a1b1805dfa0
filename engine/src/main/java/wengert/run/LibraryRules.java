package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.library.Builtin;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// `rrule` and `frule` as functions to call: functions of the library have a rule, a function of the program only
/// where the program gave it one, which is found before these are asked.
final class LibraryRules {

    private LibraryRules() {}

    static Value reverse(Interpreter machine, List<Value> arguments) {
        Value function = arguments.getFirst();
        if (!(function instanceof Builtin)) {
            return Nothing.NOTHING;
        }
        var both =
                (Tuple)
                        machine.gradients()
                                .pullback(function, arguments.subList(1, arguments.size()));
        return Tuple.of(both.elements().getFirst(), new WithFunction(both.elements().getLast()));
    }

    static Value forward(Interpreter machine, List<Value> arguments) {
        Value function = arguments.get(1);
        if (!(function instanceof Builtin)) {
            return Nothing.NOTHING;
        }
        if (!(arguments.getFirst() instanceof Tuple(var tangents)) || tangents.isEmpty()) {
            throw new JuliaError(
                    "MethodError",
                    "`frule` takes the tangents first, as a tuple",
                    "the first of them belongs to the function: `(NoTangent(), ẋ)`");
        }
        Recording recording =
                Recording.of(machine, function, arguments.subList(2, arguments.size()), true);
        Value tangent =
                machine.gradients().forward().push(recording, tangents.subList(1, tangents.size()));
        return Tuple.of(recording.output(), tangent);
    }

    /// A pullback that gives the gradient of the function itself first: there is none.
    private record WithFunction(Value back) implements Callable {
        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            var gradients = new ArrayList<Value>();
            gradients.add(Nothing.NO_TANGENT);
            gradients.addAll(((Tuple) machine.call(back, arguments, keywords)).elements());
            return new Tuple(gradients);
        }

        @Override
        public String show() {
            return "pullback";
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }
}
