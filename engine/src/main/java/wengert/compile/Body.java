package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What has to be known of a loop to write its code: which cells it works on, and which of them can be kept in variables.
final class Body {

    /// Cells that an argument runs along, one for each row of each column.
    record Line(int at, int down, int across) {}

    /// When the numbers of a line have to be written to storage.
    enum Store {
        NEVER,
        ALWAYS,
        /// Only what is there after the last turn.
        LAST
    }

    final Flat.Loop loop;
    final Reach reach;
    final List<Line> lines = new ArrayList<>();

    /// Four for each operation: the line of each argument, slot 0 being where it writes to; -1 where there is none.
    final int[] slots;

    final int[] arity;

    /// Of each line the last operation that writes it; -1 where none does.
    final int[] writer;

    final Store[] store;

    /// Of a line that reads what another wrote a turn before, which that is; else -1.
    final int[] carried;

    private final int[] reads;
    private final boolean[] writtenFirst;
    private final boolean[] columnwise;

    Body(Flat flat, Flat.Loop loop) {
        this.loop = loop;
        reach = new Reach(loop.rows(), loop.columns());
        int n = loop.length();
        slots = new int[4 * n];
        arity = new int[n];
        Arrays.fill(slots, -1);
        Map<Line, Integer> known = new HashMap<>();
        for (int k = 0; k < n; k++) {
            arity[k] = flat.arity(loop.op()[k]);
            for (int slot = 0; slot <= arity[k]; slot++) {
                int i = 4 * k + slot;
                var line = new Line(loop.at()[i], loop.down()[i], loop.across()[i]);
                slots[i] =
                        known.computeIfAbsent(
                                line,
                                l -> {
                                    lines.add(l);
                                    return lines.size() - 1;
                                });
            }
        }
        int count = lines.size();
        writer = new int[count];
        reads = new int[count];
        writtenFirst = new boolean[count];
        boolean[] seen = new boolean[count];
        Arrays.fill(writer, -1);
        for (int k = 0; k < n; k++) {
            for (int slot = 1; slot <= arity[k]; slot++) {
                reads[slots[4 * k + slot]]++;
                seen[slots[4 * k + slot]] = true;
            }
            int to = slots[4 * k];
            writer[to] = k;
            writtenFirst[to] |= !seen[to];
            seen[to] = true;
        }
        columnwise = new boolean[count];
        for (int l = 0; l < count; l++) {
            columnwise[l] = isColumnwise(l);
        }
        carried = carried();
        store = new Store[count];
        for (int l = 0; l < count; l++) {
            store[l] = writer[l] < 0 ? Store.NEVER : store(l, flat.uses());
        }
    }

    boolean turns() {
        return loop.rows() > 1 || loop.columns() > 1;
    }

    /// Whether a line is one cell for all turns.
    boolean stays(int line) {
        Line l = lines.get(line);
        return (l.down() == 0 || loop.rows() == 1) && (l.across() == 0 || loop.columns() == 1);
    }

    /// Whether a line is a sum, or the like, that every turn goes on with.
    boolean accumulates(int line) {
        return turns() && writer[line] >= 0 && stays(line);
    }

    /// Whether a line is one cell for all rows of a column, and reached by no other line that changes it, so that a variable
    /// can stand for it while the column lasts.
    boolean staysInColumn(int line) {
        return columnwise[line];
    }

    private boolean isColumnwise(int l) {
        Line line = lines.get(l);
        if (loop.rows() == 1 || loop.columns() == 1 || line.down() != 0 || line.across() == 0) {
            return false;
        }
        for (int other = 0; other < lines.size(); other++) {
            boolean changes = writer[l] >= 0 || writer[other] >= 0;
            if (other != l && changes && reach.mayMeet(line, lines.get(other))) {
                return false;
            }
        }
        return true;
    }

    /// Whether variables can stand for the cells: none that accumulates is reached by another line, too.
    boolean isClear() {
        for (int l = 0; l < lines.size(); l++) {
            if (!accumulates(l)) {
                continue;
            }
            for (int other = 0; other < lines.size(); other++) {
                if (other != l && reaches(lines.get(other), lines.get(l).at())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean reaches(Line line, int cell) {
        if (loop.columns() == 1 && line.down() != 0) {
            int turn = (cell - line.at()) / line.down();
            return turn >= 0 && turn < loop.rows() && line.at() + turn * line.down() == cell;
        }
        return cell >= reach.least(line) && cell <= reach.greatest(line);
    }

    private int[] carried() {
        int[] from = new int[lines.size()];
        Arrays.fill(from, -1);
        if (loop.columns() > 1 || loop.rows() < 2) {
            return from;
        }
        Map<Line, Integer> next = new HashMap<>();
        for (int l = 0; l < from.length; l++) {
            if (writer[l] >= 0 && lines.get(l).down() != 0) {
                next.put(lines.get(l), l);
            }
        }
        for (int l = 0; l < from.length; l++) {
            Line line = lines.get(l);
            Integer written =
                    next.get(new Line(line.at() + line.down(), line.down(), line.across()));
            if (writer[l] < 0 && line.down() != 0 && written != null) {
                from[l] = written;
            }
        }
        return from;
    }

    private Store store(int l, byte[] uses) {
        if (!writtenFirst[l]) {
            return accumulates(l) ? Store.LAST : Store.ALWAYS;
        }
        int own = reads[l];
        int later = 0;
        for (int r = 0; r < carried.length; r++) {
            later += carried[r] == l ? reads[r] : 0;
        }
        Line line = lines.get(l);
        int first = loop.uses()[writer[l]];
        int rows = loop.rows();
        for (int j = 0; j < loop.columns(); j++) {
            for (int i = 0; i < rows; i++) {
                boolean last = i == rows - 1;
                int expected = own + (last ? 0 : later);
                int cell = first + i * line.down() + j * line.across();
                if (uses[cell] >= Flat.MANY || uses[cell] != expected) {
                    boolean end = last && rows > 1 && loop.columns() == 1;
                    return end ? Store.LAST : Store.ALWAYS;
                }
            }
        }
        return Store.NEVER;
    }

    /// What two loops have in common that can share their code: everything but where their lines begin and how often they
    /// turn.
    Object shape(Flat flat) {
        var shape = new ArrayList<Object>();
        shape.add(loop.rows() > 1);
        shape.add(loop.columns() > 1);
        for (int k = 0; k < loop.length(); k++) {
            shape.add(loop.op()[k]);
        }
        for (int slot : slots) {
            shape.add(slot);
        }
        for (int l = 0; l < lines.size(); l++) {
            Line line = lines.get(l);
            shape.add(loop.rows() > 1 ? line.down() : 0);
            shape.add(loop.columns() > 1 ? line.across() : 0);
            shape.add(store[l]);
            shape.add(carried[l]);
            shape.add(columnwise[l]);
            shape.add(isConstant(l, flat) ? flat.initial()[line.at()] : "");
        }
        return shape;
    }

    /// Whether a line is a constant that the code names.
    boolean isConstant(int line, Flat flat) {
        return flat.isNamed(lines.get(line).at()) && stays(line);
    }

    /// How often a line is read by operations from `k` on.
    boolean isReadFrom(int line, int k) {
        for (int i = k; i < loop.length(); i++) {
            for (int slot = 1; slot <= arity[i]; slot++) {
                if (slots[4 * i + slot] == line) {
                    return true;
                }
            }
        }
        return false;
    }
}
