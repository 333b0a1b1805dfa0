package wengert.library;

import org.jspecify.annotations.Nullable;
import wengert.value.Opaque;
import wengert.value.Value;

/// A collection that is computed as it is gone through: what `zip`, `enumerate` and generators give.
public interface Sequence extends Opaque {

    /// Its elements, from the start.
    Iterable<Value> elements(Machine machine);

    /// The size it would have as an array; null where that is only known once it has been gone through.
    int @Nullable [] size(Machine machine);

    /// The number of elements; counts them where it has to.
    default int count(Machine machine) {
        int[] size = size(machine);
        if (size != null) {
            return (int) Math.min(Integer.MAX_VALUE, Read.product(size));
        }
        int count = 0;
        for (Value _ : elements(machine)) {
            machine.spend(1);
            count++;
        }
        return count;
    }
}
