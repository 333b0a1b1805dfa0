package wengert.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.Opaque;
import wengert.value.Value;

/// A value of the library with parts that programs reach by a dot: `F.L`, `F.values`.
public interface HasProperties extends Opaque {

    List<String> properties();

    /// The part called `name`, or null where there is none.
    @Nullable Value property(Machine machine, String name);
}
