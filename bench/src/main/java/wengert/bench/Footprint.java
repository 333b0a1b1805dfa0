package wengert.bench;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Locale;
import wengert.run.Run;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// Prints what a recording keeps in memory for each node, and how much of it is the nodes' values.
///
/// It is the heap in use with the run and without, after garbage collection, so everything is in it that a run keeps.
public final class Footprint {

    private static final int NUMBER = 24; // a header of 12 bytes, and 8 that begin at a multiple of 8
    private static final int ARRAY = 32; // what knows the storage, the size and the kind of elements

    private Footprint() {}

    public static void main(String[] arguments) {
        System.out.println("bytes for each node, kept by a run: all, values, the rest");
        for (Recordings recording : Recordings.values()) {
            recording.run(); // what is loaded once is no part of it
            long before = used();
            Run run = recording.run();
            long all = used() - before;
            long values =
                    run.studies().getLast().graph().nodes().stream()
                            .mapToLong(Footprint::size)
                            .sum();
            Reference.reachabilityFence(run);
            double n = recording.nodes();
            System.out.printf(
                    Locale.ROOT,
                    "%s %.1f %.1f %.1f%n",
                    recording,
                    all / n,
                    values / n,
                    (all - values) / n);
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// What a node's value takes on a 64-bit machine with a heap of less than 32 GB.
    private static long size(Node node) {
        Value value = node.value();
        return value instanceof ArrayValue array
                ? ARRAY + storage(4L * array.dimensions()) + storage(8L * array.length())
                : NUMBER;
    }

    private static long storage(long bytes) {
        return 16 + (bytes + 7) / 8 * 8;
    }
}
