package wengert.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.Turn;
import wengert.value.Value;

/// Something that the program learnt from numbers that were being recorded, without recording it: which is greater, where
/// the greatest is. What it does next may turn on it.
///
/// @param op what it asked, such as `<`; null where it looked at the arguments themselves
/// @param arguments nodes and plain values
/// @param turn what of the answer, or of the arguments, it may turn on
public record Decision(@Nullable Op op, List<Value> arguments, Turn turn) {

    public Decision {
        arguments = List.copyOf(arguments);
    }
}
