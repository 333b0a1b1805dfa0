package wengert.library;

import java.util.List;
import wengert.value.NamedTuple;
import wengert.value.Opaque;
import wengert.value.Value;

/// A value of the library that can be called but is no [Builtin]: `f ∘ g`, `>(2)`, `Returns(1)`, `I(3)`.
public interface Callable extends Opaque {

    Value call(Machine machine, List<Value> arguments, NamedTuple keywords);
}
