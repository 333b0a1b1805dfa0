package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds passages of straight code that come again at other cells.
///
/// Where a program takes elements in an order that follows no rule, as in `x[index[i]]`, its turns do the same, but not on
/// cells that lie equally far apart, and what a turn has in common with another one may be in the midst of it. So the code is
/// cut into [Pieces]. What comes again is written once, as a [Passage], and told the cells by a list. The order of the
/// operations stays what it was.
final class Passages {

    /// With fewer straight operations nothing is gained.
    private static final int MANY = 10_000;

    /// What comes less often stays straight.
    private static final int FEWEST = 4;

    /// Of more passages the virtual machine would not compile the method that runs them.
    private static final int MOST = 600;

    private final Flat flat;
    private final int[] op;
    private final int[] at;

    /// Of each operation where the readers of what it writes are counted.
    private final int[] uses;

    /// Of each operation whether straight code begins with it.
    private final boolean[] first;

    private final Map<Integer, Shape> shapes = new HashMap<>();

    /// Of each piece of code where it begins; the last entry is where all ends.
    private final int[] pieces;

    /// Of each piece its shape.
    private final List<Shape> shapeOf = new ArrayList<>();

    /// Of each cell which of the cells of a piece it is, plus 1, while one is looked at.
    private final int[] lines;

    private final List<Passage> passages = new ArrayList<>();

    /// What pieces have in common that can be one passage: the operations, and which of their cells are the same.
    private static final class Shape {
        final int[] op;
        final int[] lines;
        final @Nullable Shape another;
        final List<Integer> places = new ArrayList<>();

        /// The number of its passage; -1 where it stays straight.
        int passage = -1;

        /// For each line where in the cells of a piece it comes first.
        int[] firsts = new int[0];

        /// For each line the start that it is told by.
        int[] group = new int[0];

        int[] offset = new int[0];
        int starts;

        /// @param another one that has the same hash
        Shape(int[] op, int[] lines, @Nullable Shape another) {
            this.op = op;
            this.lines = lines;
            this.another = another;
        }

        boolean is(int[] all, int from, int to, int[] cells) {
            return Arrays.equals(op, 0, op.length, all, from, to) && Arrays.equals(lines, cells);
        }

        /// How many operations have this shape.
        int covered() {
            return op.length * places.size();
        }
    }

    private Passages(Flat flat, int count) {
        this.flat = flat;
        op = new int[count];
        at = new int[4 * count];
        uses = new int[count];
        first = new boolean[count + 1];
        lines = new int[flat.initial().length];
        int next = 0;
        for (Flat.Part part : flat.parts()) {
            if (isStraight(part)) {
                var loop = (Flat.Loop) part;
                first[next] = true;
                System.arraycopy(loop.op(), 0, op, next, loop.length());
                System.arraycopy(loop.at(), 0, at, 4 * next, 4 * loop.length());
                System.arraycopy(loop.uses(), 0, uses, next, loop.length());
                next += loop.length();
            }
        }
        first[count] = true;
        pieces = Pieces.of(op, first);
    }

    private static boolean isStraight(Flat.Part part) {
        return part instanceof Flat.Loop loop && loop.isStraight();
    }

    /// The same code, where what comes again is written once, if that is most of a long program.
    static Flat of(Flat flat) {
        int count = 0;
        for (Flat.Part part : flat.parts()) {
            count += isStraight(part) ? ((Flat.Loop) part).length() : 0;
        }
        return count < MANY ? flat : new Passages(flat, count).found();
    }

    private Flat found() {
        compare();
        List<Shape> often = often();
        if (often.stream().mapToInt(Shape::covered).sum() < op.length / 2) {
            return flat;
        }
        often.forEach(this::passage);
        return flat.with(parts());
    }

    /// The shapes that come often, those first that most of the code consists of.
    private List<Shape> often() {
        var often = new ArrayList<Shape>();
        for (Shape shape : shapes.values()) {
            for (Shape each = shape; each != null; each = each.another) {
                if (each.places.size() >= FEWEST) {
                    often.add(each);
                }
            }
        }
        often.sort(Comparator.comparingInt(Shape::covered).reversed());
        return often.subList(0, Math.min(MOST, often.size()));
    }

    /// Puts each piece to those that are like it.
    private void compare() {
        for (int piece = 0; piece + 1 < pieces.length; piece++) {
            int from = pieces[piece];
            int to = pieces[piece + 1];
            int[] cells = lines(from, to);
            int hash = 31 * hash(op, from, to) + hash(cells, 0, cells.length);
            Shape known = shapes.get(hash);
            Shape same = known;
            while (same != null && !same.is(op, from, to, cells)) {
                same = same.another;
            }
            if (same == null) {
                same = new Shape(Arrays.copyOfRange(op, from, to), cells, known);
                shapes.put(hash, same);
            }
            same.places.add(piece);
            shapeOf.add(same);
        }
    }

    private static int hash(int[] numbers, int from, int to) {
        int hash = to - from;
        for (int k = from; k < to; k++) {
            hash = 31 * hash + numbers[k];
        }
        return hash;
    }

    /// For each slot of some operations which of their cells it is, in the order in which they come.
    private int[] lines(int from, int to) {
        int[] found = new int[4 * (to - from)];
        int count = 0;
        for (int k = from; k < to; k++) {
            for (int slot = 0; slot <= flat.arity(op[k]); slot++) {
                int cell = at[4 * k + slot];
                if (lines[cell] == 0) {
                    lines[cell] = ++count;
                }
                found[4 * (k - from) + slot] = lines[cell] - 1;
            }
        }
        for (int k = from; k < to; k++) {
            for (int slot = 0; slot <= flat.arity(op[k]); slot++) {
                lines[at[4 * k + slot]] = 0;
            }
        }
        return found;
    }

    // ---- passages

    private void passage(Shape shape) {
        shape.firsts = firsts(shape);
        group(shape, signatures(shape));
        if (!isTold(shape)) { // two signatures are the same by chance
            long[] apart = new long[shape.firsts.length];
            Arrays.setAll(apart, line -> line + 1L);
            group(shape, apart);
        }
        int[] group = new int[shape.lines.length];
        int[] offset = new int[shape.lines.length];
        for (int i = 0; i < group.length; i++) {
            if (i % 4 <= flat.arity(shape.op[i / 4])) {
                group[i] = shape.group[shape.lines[i]];
                offset[i] = shape.offset[shape.lines[i]];
            }
        }
        shape.passage = passages.size();
        passages.add(new Passage(shape.op, group, offset, shape.starts, stored(shape)));
    }

    private int[] firsts(Shape shape) {
        int[] firsts = new int[shape.lines.length];
        int count = 0;
        for (int i = 0; i < shape.lines.length; i++) {
            if (i % 4 <= flat.arity(shape.op[i / 4]) && shape.lines[i] == count) {
                firsts[count++] = i;
            }
        }
        return Arrays.copyOf(firsts, count);
    }

    /// The cell of a line in one of the places where a shape is.
    private int cell(Shape shape, int line, int piece) {
        return at[4 * pieces[piece] + shape.firsts[line]];
    }

    /// Of each line how it moves from place to place: 0 where it stays, and the same for lines that move together.
    private long[] signatures(Shape shape) {
        long[] signatures = new long[shape.firsts.length];
        int one = shape.places.getFirst();
        for (int line = 0; line < signatures.length; line++) {
            int start = cell(shape, line, one);
            for (int piece : shape.places) {
                long move = (long) cell(shape, line, piece) - start;
                long mixed = (signatures[line] ^ move) * 0x9e3779b97f4a7c15L;
                signatures[line] = mixed ^ mixed >>> 29;
            }
        }
        return signatures;
    }

    private void group(Shape shape, long[] signatures) {
        int one = shape.places.getFirst();
        Map<Long, Integer> known = new HashMap<>(Map.of(0L, 0));
        var starts = new ArrayList<>(List.of(0));
        shape.group = new int[signatures.length];
        shape.offset = new int[signatures.length];
        for (int line = 0; line < signatures.length; line++) {
            int cell = cell(shape, line, one);
            int group = known.computeIfAbsent(signatures[line], _ -> starts.size());
            if (group == starts.size()) {
                starts.add(cell);
            }
            shape.group[line] = group;
            shape.offset[line] = cell - starts.get(group);
        }
        shape.starts = starts.size() - 1;
    }

    /// Whether the starts tell where every line is.
    private boolean isTold(Shape shape) {
        int[] told = new int[shape.starts];
        for (int piece : shape.places) {
            tell(shape, piece, told, 0);
            for (int line = 0; line < shape.firsts.length; line++) {
                int group = shape.group[line];
                int start = group == 0 ? 0 : told[group - 1];
                if (start + shape.offset[line] != cell(shape, line, piece)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Writes where a piece works into a list.
    private void tell(Shape shape, int piece, int[] told, int from) {
        for (int line = 0; line < shape.firsts.length; line++) {
            if (shape.group[line] > 0) {
                told[from + shape.group[line] - 1] = cell(shape, line, piece) - shape.offset[line];
            }
        }
    }

    /// Of each operation whether what it writes is read anywhere but in the same piece.
    private boolean[] stored(Shape shape) {
        int[] reads = new int[shape.firsts.length];
        int[] last = new int[shape.firsts.length];
        for (int k = 0; k < shape.op.length; k++) {
            for (int slot = 1; slot <= flat.arity(shape.op[k]); slot++) {
                reads[shape.lines[4 * k + slot]]++;
            }
            last[shape.lines[4 * k]] = k;
        }
        boolean[] stored = new boolean[shape.op.length];
        for (int k = 0; k < stored.length; k++) {
            int line = shape.lines[4 * k];
            for (int piece : shape.places) {
                byte readers = flat.uses()[uses[pieces[piece] + k]];
                stored[k] |= last[line] == k && (readers >= Flat.MANY || readers != reads[line]);
            }
        }
        return stored;
    }

    // ---- the code

    private List<Flat.Part> parts() {
        var parts = new ArrayList<Flat.Part>();
        int piece = 0;
        for (Flat.Part part : flat.parts()) {
            if (!isStraight(part)) {
                parts.add(part);
                continue;
            }
            int end = pieces[piece] + ((Flat.Loop) part).length();
            while (piece < shapeOf.size() && pieces[piece] < end) {
                int next = piece + 1;
                boolean straight = shapeOf.get(piece).passage < 0;
                while (next < shapeOf.size()
                        && pieces[next] < end
                        && shapeOf.get(next).passage < 0 == straight) {
                    next++;
                }
                parts.add(straight ? straight(piece, next) : passages(piece, next));
                piece = next;
            }
        }
        return parts;
    }

    private Flat.Part straight(int from, int to) {
        return Flat.Loop.straight(
                Arrays.copyOfRange(op, pieces[from], pieces[to]),
                Arrays.copyOfRange(at, 4 * pieces[from], 4 * pieces[to]),
                Arrays.copyOfRange(uses, pieces[from], pieces[to]));
    }

    private Flat.Part passages(int from, int to) {
        int[] script = new int[2 * (to - from)];
        int size = 0;
        int places = 0;
        for (int piece = from; piece < to; piece++) {
            Shape shape = shapeOf.get(piece);
            places += shape.starts;
            if (size > 0 && script[size - 2] == shape.passage) {
                script[size - 1]++;
            } else {
                script[size++] = shape.passage;
                script[size++] = 1;
            }
        }
        int[] told = new int[places];
        int next = 0;
        for (int piece = from; piece < to; piece++) {
            Shape shape = shapeOf.get(piece);
            tell(shape, piece, told, next);
            next += shape.starts;
        }
        return new Flat.Passages(passages, Arrays.copyOf(script, size), told);
    }
}
