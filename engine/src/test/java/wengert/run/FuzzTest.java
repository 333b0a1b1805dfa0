package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The same inputs as [SoupTest]'s and ever more of them, for as long as one likes: `mvn -Pfuzz -Dfuzz.minutes=60 …`.
///
/// Each input comes of one number. `-Dfuzz.seed` starts from the number that a failure names.
@Tag("fuzz")
class FuzzTest {

    private static final int AT_ONCE = 2_000;

    @Test
    void givesValuesOrDiagnostics() {
        double minutes = Double.parseDouble(System.getProperty("fuzz.minutes", "1"));
        long first = Long.getLong("fuzz.seed", System.nanoTime());
        long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        Set<String> surprises = Collections.synchronizedSet(new TreeSet<>());
        long tried = 0;
        while (surprises.isEmpty() && System.nanoTime() < end) {
            long from = first + tried;
            LongStream.range(from, from + AT_ONCE)
                    .parallel()
                    .forEach(seed -> {
                        String program = program(seed);
                        String surprise = SoupTest.surprise(program);
                        if (surprise != null) {
                            surprises.add("-Dfuzz.seed=%d: %s".formatted(seed, surprise));
                        }
                    });
            tried += AT_ONCE;
        }
        System.out.println("tried %,d programs from seed %d".formatted(tried, first));
        assertEquals(List.of(), surprises.stream().limit(10).toList());
    }

    private static String program(long seed) {
        var random = new Random(seed);
        SoupTest.Kind[] kinds = SoupTest.Kind.values();
        return kinds[random.nextInt(kinds.length)].program(random);
    }
}
