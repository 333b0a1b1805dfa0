package wengert.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// The local variables of one running call: a slot for each, which holds its value, or a [Cell] where a closure
/// shares the variable.
final class Frame {

    final Interpreter machine;
    final @Nullable Object[] slots;

    Frame(Interpreter machine, int size) {
        this.machine = machine;
        this.slots = new @Nullable Object[size];
    }

    /// A variable that closures share.
    static final class Cell {
        @Nullable Value value;
    }

    /// Makes the variables of a scope new: a closure made in an earlier turn keeps its own.
    void enter(List<Variable> variables) {
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            slots[variable.slot()] = variable.captured() ? new Cell() : null;
        }
    }

    void store(Variable variable, Value value) {
        if (!variable.captured()) {
            slots[variable.slot()] = value;
        } else if (slots[variable.slot()] instanceof Cell cell) {
            cell.value = value;
        } else {
            var cell = new Cell();
            cell.value = value;
            slots[variable.slot()] = cell;
        }
    }
}
