package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.value.ArrayRef;
import wengert.value.Opaque;
import wengert.value.Type;

/// `Params([W, b])`: arrays of the program that `gradient(() -> …, ps)` differentiates by.
record Params(List<ArrayRef> arrays) implements Opaque {

    Params {
        arrays = List.copyOf(arrays);
    }

    @Override
    public String show() {
        var texts = new ArrayList<String>();
        arrays.forEach(a -> texts.add(wengert.value.Show.repr(a)));
        return "Params([" + String.join(", ", texts) + "])";
    }

    @Override
    public Type type() {
        return Type.of("Zygote.Params");
    }
}
