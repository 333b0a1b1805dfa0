package wengert.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.ops.Operations;
import wengert.ops.ScalarOp;
import wengert.value.Value;

/// The interpreter does things in another order, and each number stays what it would have been turn by turn.
class InterpretedTest {

    private static final int CELLS = 2000;
    private static final int CONSTANTS = 1900;

    /// One of each arity.
    private static final List<ScalarOp> OPS =
            List.of(op("tanh", 1), op("hypot", 2), op("muladd", 3));

    private static ScalarOp op(String name, int arity) {
        return Objects.requireNonNull(Operations.scalar(name, arity));
    }

    /// A body as text, `c` behind a cell being how far it moves on with each turn; and how many groups of operations have to
    /// run turn by turn.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # nothing is carried on
                    500c1 = 0c1 * 0c1; 700c1 = 500c1 + 1900; 500c1 = 700c1 - 0c1  => 0
                    500c1 = 0c1 - 1c1; 700c1 = 1c1 * 500c1                        => 0
                    899c-1 = 0c1 * 1901; 300c2 = 899c-1 + 0c1                     => 0
                    # sums, products and the like
                    700 = 700 + 0c1                                               => 0
                    700 = 0c1 + 700; 500c1 = 700 * 0c1                            => 1
                    1c1 = 0c1 * 300c1                                             => 0
                    600c-1 = 601c-1 - 0c1; 700 = 700 / 600c-1                     => 0
                    700c7 = 693c7 - 0c1                                          => 0
                    # what is computed in one turn and used in the next
                    501c1 = 0c1 * 0c1; 700c1 = 500c1 + 0c1                        => 0
                    700c1 = 500c1 + 0c1; 501c1 = 0c1 * 0c1                        => 0
                    700c1 = 500c1 + 0c1; 504c1 = 0c1 * 0c1                        => 0
                    700c1 = 500c1 + 0c1; 499c1 = 0c1 * 0c1                        => 0
                    # what is added to in the next turn
                    500c1 = 0c1 * 0c1; 500c1 = 500c1 - 1900; 501c1 = 1c1 * 0c1    => 0
                    1c1 = 0c1 - 1c1; 0c1 = 0c1 + 300c1                            => 0
                    # what goes round
                    700c1 = 500c1 + 0c1; 501c1 = 700c1 * 0c1                      => 1
                    700 = 700 + 0c1; 700 = 700 * 1c1                              => 1
                    700 = 0c1 - 700                                               => 1
                    1c1 = 0c1 * 0c1                                               => 1
                    501c1 = tanh 500c1; 700c1 = 501c1 * 0c1                        => 1
                    1c1 = 0c2 + 300c1                                             => 1
                    700 = 0c1 * 1900; 500c1 = 700 + 0c1                           => 1
                    """)
    void runsAsFewTurnByTurnAsCanBe(String body, int groups) {
        for (int rows : new int[] {2, 3, 130, 150}) {
            Flat.Loop loop = loop(body, rows, 1);
            assertSameNumbers(body + ", " + rows, loop);
            assertEquals(
                    groups, StripWriter.of(flat(loop), loop, new Common()).groups().size(), body);
        }
    }

    private static Flat.Loop loop(String body, int rows, int columns) {
        String[] lines = body.split(";");
        int[] op = new int[lines.length];
        int[] at = new int[4 * op.length];
        int[] down = new int[4 * op.length];
        for (int k = 0; k < op.length; k++) {
            String[] words = lines[k].strip().split(" ");
            boolean infix = words.length == 5;
            op[k] = infix ? 1 + "+-*/".indexOf(words[3]) : Flat.FIRST_OP;
            put(at, down, 4 * k, words[0]);
            put(at, down, 4 * k + 1, words[infix ? 2 : 3]);
            put(at, down, 4 * k + 2, words[infix ? 4 : 3]);
        }
        int[] across = new int[at.length];
        return new Flat.Loop(rows, columns, op, at, down, across, Flat.Loop.written(at));
    }

    private static void put(int[] at, int[] down, int slot, String line) {
        String[] numbers = line.split("c");
        at[slot] = Integer.parseInt(numbers[0]);
        down[slot] = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
    }

    /// Lines that meet each other anyhow.
    @Test
    void keepsTheNumbersOfAnyLoop() {
        var random = new Random(1);
        for (int trial = 0; trial < 3000; trial++) {
            int columns = 1 + random.nextInt(3);
            int rows = 1 + random.nextInt(columns > 1 ? 12 : 150);
            assertSameNumbers("loop " + trial, any(random, rows, columns));
        }
    }

    @Test
    void keepsTheNumbersOfAnyStraightCode() {
        var random = new Random(2);
        for (int length : new int[] {1, 2, 30, 300, 2000, 2001, 5000}) {
            int[] op = random.ints(length, 0, Flat.FIRST_OP + OPS.size()).toArray();
            int[] at = random.ints(4L * length, 0, CONSTANTS + 4).toArray();
            for (int k = 0; k < length; k++) {
                at[4 * k] %= CONSTANTS;
            }
            assertSameNumbers(length + " operations", Flat.Loop.straight(op, at));
        }
    }

    /// What is alike is done in one go, though each line of the body needs the one before.
    @Test
    void doesWhatIsAlikeInOneGo() {
        Flat.Loop turns =
                loop("500c1 = 0c1 * 1c1; 700c1 = 500c1 + 2c1; 1800 = 1800 + 700c1", 20, 1);
        var alike = new Alike(flat(turns));
        alike.add(turns);
        assertArrayEquals(new int[] {Flat.TIMES, Flat.PLUS}, alike.finish().op());
    }

    private static Flat.Loop any(Random random, int rows, int columns) {
        int length = 1 + random.nextInt(7);
        int[] op = random.ints(length, 0, Flat.FIRST_OP + OPS.size()).toArray();
        int[][] lines = new int[6][];
        Arrays.setAll(lines, _ -> line(random, rows, columns));
        int[] at = new int[4 * length];
        int[] down = new int[4 * length];
        int[] across = new int[4 * length];
        for (int slot = 0; slot < at.length; slot++) {
            int[] line = lines[random.nextInt(lines.length)];
            at[slot] = line[0] + random.nextInt(3);
            down[slot] = line[1];
            across[slot] = line[2];
            if (slot % 4 > 0 && random.nextInt(5) == 0) {
                at[slot] = CONSTANTS + random.nextInt(4);
                down[slot] = 0;
                across[slot] = 0;
            }
        }
        return new Flat.Loop(rows, columns, op, at, down, across, Flat.Loop.written(at));
    }

    private static int[] line(Random random, int rows, int columns) {
        int down = new int[] {0, 1, 1, 1, 2, -1, 3}[random.nextInt(7)];
        int across = columns == 1 ? 0 : new int[] {0, rows, rows, 1}[random.nextInt(4)];
        int room = CONSTANTS - 3 - (rows - 1) * Math.abs(down) - (columns - 1) * across;
        int at = random.nextInt(Math.min(room, 40));
        return new int[] {down < 0 ? at + (rows - 1) * -down : at, down, across};
    }

    private static void assertSameNumbers(String what, Flat.Loop loop) {
        Flat flat = flat(loop);
        double[] expected = flat.initial().clone();
        for (int j = 0; j < loop.columns(); j++) {
            for (int i = 0; i < loop.rows(); i++) {
                turn(loop, i, j, expected);
            }
        }
        @Nullable Value[] none = {};
        double[] byParts = flat.initial().clone();
        Interpreted.of(flat).run(byParts, none);
        assertArrayEquals(expected, byParts, what);
        double[] alone = flat.initial().clone();
        new Interpreted.Loops(flat).of(loop).run(alone, none);
        assertArrayEquals(expected, alone, what);
    }

    private static void turn(Flat.Loop loop, int i, int j, double[] m) {
        for (int k = 0; k < loop.length(); k++) {
            int[] c = new int[4];
            for (int slot = 0; slot < 4; slot++) {
                int p = 4 * k + slot;
                c[slot] = loop.at()[p] + i * loop.down()[p] + j * loop.across()[p];
            }
            double a = m[c[1]];
            m[c[0]] =
                    switch (loop.op()[k]) {
                        case Flat.COPY -> a;
                        case Flat.PLUS -> a + m[c[2]];
                        case Flat.MINUS -> a - m[c[2]];
                        case Flat.TIMES -> a * m[c[2]];
                        case Flat.DIVIDE -> a / m[c[2]];
                        case Flat.NEGATE -> -a;
                        case Flat.SQUARE -> a * a;
                        case Flat.FIRST_OP -> OPS.get(0).evaluate(a);
                        case Flat.FIRST_OP + 1 -> OPS.get(1).evaluate(a, m[c[2]]);
                        default -> OPS.get(2).evaluate(a, m[c[2]], m[c[3]]);
                    };
        }
    }

    /// Code of which every cell is looked at in the end.
    private static Flat flat(Flat.Loop loop) {
        double[] initial = IntStream.range(0, CELLS).mapToDouble(c -> 1 + Math.sin(c)).toArray();
        byte[] uses = new byte[CELLS];
        Arrays.fill(uses, Flat.MANY);
        return new Flat(
                List.of(loop), initial, OPS, CONSTANTS, List.of(), List.of(), List.of(), 0, uses);
    }
}
