package wengert.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wengert.value.Value;

class CompiledTest {

    private static final Flat.Part KERNEL = new Flat.Call((m, _) -> m[1]++);

    /// What repeats and what does not come in turns, more often than one method has room for.
    @Test
    void hasRoomForManySteps() {
        var parts = new ArrayList<Flat.Part>();
        for (int k = 0; k < 2500; k++) {
            parts.addAll(List.of(KERNEL, KERNEL, KERNEL, sums(k)));
        }
        assertRunsLikeInterpreted(parts);
    }

    /// Many steps of few kinds, which follow each other in no order.
    @Test
    void goesThroughAListOfManySteps() {
        var random = new Random(3);
        var parts = new ArrayList<Flat.Part>();
        for (int k = 0; k < 2500; k++) {
            parts.add(sums(random.nextInt(20)));
            if (random.nextInt(5) == 0) {
                parts.add(KERNEL);
            }
        }
        assertRunsLikeInterpreted(parts);
    }

    /// `m[0] = m[0] + m[1]`, or `- m[1]`, as the bits of a number say.
    private static Flat.Loop sums(int number) {
        int[] op = new int[12];
        int[] at = new int[4 * op.length];
        Arrays.setAll(op, bit -> (number >> bit & 1) == 0 ? Flat.PLUS : Flat.MINUS);
        Arrays.setAll(at, slot -> slot % 4 == 2 ? 1 : 0);
        return Flat.Loop.straight(op, at);
    }

    private static void assertRunsLikeInterpreted(List<Flat.Part> parts) {
        byte[] uses = {Flat.MANY, Flat.MANY};
        List<Reader> none = List.of();
        var flat = new Flat(parts, new double[2], List.of(), 2, none, none, List.of(), 0, uses);
        double[] interpreted = new double[2];
        double[] compiled = new double[2];
        @Nullable Value[] kept = {};
        Interpreted.of(flat).run(interpreted, kept);
        Compiled.of(flat).run(compiled, kept);
        assertArrayEquals(interpreted, compiled);
    }
}
