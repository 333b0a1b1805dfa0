package wengert.library;

import java.util.List;
import wengert.value.Pair;

/// A collection of values by keys that is not a dictionary of the program. Keys are the very objects (`===`).
public interface Keyed extends Sequence {

    /// Each key with its value, in order.
    List<Pair> entries();
}
