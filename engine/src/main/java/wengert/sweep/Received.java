package wengert.sweep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Accumulate;
import wengert.ops.Values;
import wengert.value.Value;

/// The shares that one node was handed, in order, and what they add up to after each.
///
/// Totals are added up when someone asks. Of an array that was taken apart into n numbers there are n, each as
/// long as the array: recording them all would cost n².
public final class Received {

    private final List<Value> shares = new ArrayList<>(2);
    private @Nullable Value total;
    private int counted;

    Received() {}

    /// Notes a share down.
    ///
    /// @return how many there are now
    int add(Value share) {
        shares.add(share);
        return shares.size();
    }

    /// What the first `count` shares add up to. Going from one to the next costs one sum.
    public synchronized Value total(int count) {
        Value sum = total;
        if (sum == null || counted > count) {
            sum = Accumulate.all(Values.IN, shares.subList(0, count));
        } else if (counted < count) {
            var rest = new ArrayList<Value>();
            rest.add(sum);
            rest.addAll(shares.subList(counted, count));
            sum = Accumulate.all(Values.IN, rest);
        }
        total = sum;
        counted = count;
        return sum;
    }
}
