package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.library.Machine;
import wengert.library.Sequence;
import wengert.value.ArrayRef;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Value;

/// `Params([W, b])`: arrays of the program that `gradient(() -> …, ps)` differentiates by.
record Params(List<ArrayRef> arrays) implements Sequence {

    Params {
        arrays = List.copyOf(arrays);
    }

    @Override
    public Iterable<Value> elements(Machine machine) {
        return List.copyOf(arrays);
    }

    @Override
    public int[] size(Machine machine) {
        return new int[] {arrays.size()};
    }

    @Override
    public String show() {
        var texts = new ArrayList<String>();
        arrays.forEach(a -> texts.add(Show.repr(a)));
        return "Params([" + String.join(", ", texts) + "])";
    }

    @Override
    public Type type() {
        return Type.of("Zygote.Params");
    }
}
