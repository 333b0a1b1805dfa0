package wengert.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Writes the code of one loop, as a method that knows how often to turn and where its lines begin, or as one that is
/// told by a table.
///
/// The table has the number of rows, that of columns, and the first cell of each line. What a line holds is kept in a
/// variable while the turn lasts; sums stay in theirs for the whole loop, and what the next turn reads is handed over.
/// Cells are written as the virtual machine likes them: a start, what the column adds, and the row.
final class LoopWriter {

    private static final int M = 0;

    private final CodeBuilder code;
    private final Operations operations;
    private final Body body;
    private final Flat flat;
    private final Start start;

    /// Of each distance between columns the variable that says how far the column at work is from the first.
    private final Map<Integer, Integer> offsets = new TreeMap<>();

    private final int[] values;
    private final boolean[] held;
    private int row;

    private LoopWriter(CodeBuilder code, Operations operations, Body body, Flat flat, Start start) {
        this.code = code;
        this.operations = operations;
        this.body = body;
        this.flat = flat;
        this.start = start;
        this.values = new int[body.lines.size()];
        this.held = new boolean[body.lines.size()];
    }

    /// Puts a number on the stack: 0 asks for the count of rows, 1 for that of columns, `l + 2` for the first cell of line
    /// `l`.
    private interface Start {
        void put(int which);
    }

    /// A method that knows all about its loop.
    static void fixed(CodeBuilder code, Operations operations, Body body, Flat flat) {
        Flat.Loop loop = body.loop;
        new LoopWriter(
                        code,
                        operations,
                        body,
                        flat,
                        which ->
                                code.loadConstant(
                                        switch (which) {
                                            case 0 -> loop.rows();
                                            case 1 -> loop.columns();
                                            default -> body.lines.get(which - 2).at();
                                        }))
                .write();
    }

    /// A method for all loops of one shape. After the numbers it takes the table, and where in it the loop begins.
    static void tabled(
            CodeBuilder code, Operations operations, Body body, Flat flat, Bearings bearings) {
        int[] variables = new int[bearings.groups() + 2];
        for (int which = bearings.rows() == 0 ? 0 : 2; which < variables.length; which++) {
            variables[which] = code.allocateLocal(TypeKind.INT);
            code.aload(1).iload(2).loadConstant(which).iadd().iaload();
            code.istore(variables[which]);
        }
        Start start =
                which -> {
                    int line = which - 2;
                    int group = line < 0 ? -1 : bearings.group()[line];
                    if (line < 0 && bearings.rows() == 0) {
                        code.iload(variables[which]);
                    } else if (group < 0) {
                        code.loadConstant(
                                switch (which) {
                                    case 0 -> bearings.rows();
                                    case 1 -> bearings.columns();
                                    default -> bearings.offset()[line];
                                });
                    } else {
                        code.iload(variables[group + 2]);
                        code.loadConstant(bearings.offset()[line]).iadd();
                    }
                };
        new LoopWriter(code, operations, body, flat, start).write();
    }

    private void write() {
        row = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(row);
        for (int l = 0; l < values.length; l++) {
            values[l] = code.allocateLocal(TypeKind.DOUBLE);
            int across = body.lines.get(l).across();
            if (body.loop.columns() > 1 && across != 0 && !offsets.containsKey(across)) {
                int offset = code.allocateLocal(TypeKind.INT);
                offsets.put(across, offset);
                code.iconst_0().istore(offset);
            }
        }
        for (int l = 0; l < values.length; l++) {
            boolean fixed = body.turns() && body.stays(l) && !body.isConstant(l, flat);
            if (fixed || body.carried[l] >= 0) {
                load(l);
                code.dstore(values[l]);
                held[l] = true;
            }
        }
        Flat.Loop loop = body.loop;
        if (loop.columns() > 1) {
            columns();
        } else if (loop.rows() > 1) {
            rows();
        } else {
            turn();
        }
        for (int l = 0; l < values.length; l++) {
            if (body.turns() && body.store[l] == Body.Store.LAST
                    || body.accumulates(l) && body.store[l] != Body.Store.NEVER) {
                code.aload(M);
                last(l);
                code.dload(values[l]).dastore();
            }
        }
        code.return_();
    }

    /// Puts the cell of the last turn on the stack.
    private void last(int l) {
        start.put(l + 2);
        int down = body.lines.get(l).down();
        if (body.loop.rows() > 1 && down != 0) {
            code.iload(row).iconst_1().isub().loadConstant(down).imul().iadd();
        }
    }

    private void columns() {
        int column = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(column);
        Label top = code.newBoundLabel();
        code.iconst_0().istore(row);
        for (int l = 0; l < values.length; l++) {
            if (body.staysInColumn(l)) {
                load(l);
                code.dstore(values[l]);
                held[l] = true;
            }
        }
        rows();
        for (int l = 0; l < values.length; l++) {
            if (body.staysInColumn(l) && body.store[l] != Body.Store.NEVER) {
                code.aload(M);
                address(l);
                code.dload(values[l]).dastore();
            }
        }
        offsets.forEach(
                (across, offset) -> code.iload(offset).loadConstant(across).iadd().istore(offset));
        code.iinc(column, 1).iload(column);
        start.put(1);
        code.if_icmplt(top);
    }

    private void rows() {
        code.iconst_0().istore(row);
        Label top = code.newBoundLabel();
        turn();
        for (int l = 0; l < values.length; l++) {
            if (body.carried[l] >= 0) {
                code.dload(values[body.carried[l]]).dstore(values[l]);
            }
        }
        code.iinc(row, 1).iload(row);
        start.put(0);
        code.if_icmplt(top);
    }

    private void turn() {
        boolean[] before = held.clone();
        for (int k = 0; k < body.loop.length(); k++) {
            operation(k);
        }
        System.arraycopy(before, 0, held, 0, held.length);
    }

    private void operation(int k) {
        int to = body.slots[4 * k];
        boolean fixed = body.turns() && body.stays(to) || body.staysInColumn(to);
        boolean stored = !fixed && body.store[to] == Body.Store.ALWAYS && body.writer[to] == k;
        boolean wanted =
                fixed
                        || body.store[to] == Body.Store.LAST
                        || isHandedOver(to)
                        || body.isReadFrom(to, k + 1)
                        || body.writer[to] != k;
        if (stored && !wanted) {
            code.aload(M);
            address(to);
        }
        operations.apply(
                code, body.loop.op()[k], body.arity[k], slot -> value(body.slots[4 * k + slot], k));
        if (wanted) {
            code.dstore(values[to]);
            held[to] = true;
            if (stored) {
                code.aload(M);
                address(to);
                code.dload(values[to]).dastore();
            }
        } else if (stored) {
            code.dastore();
        } else {
            code.pop2();
        }
    }

    private boolean isHandedOver(int line) {
        return Arrays.stream(body.carried).anyMatch(from -> from == line);
    }

    /// Puts the number that is on a line in this turn on the stack.
    private void value(int line, int k) {
        if (body.isConstant(line, flat)) {
            code.loadConstant(flat.initial()[body.lines.get(line).at()]);
        } else if (held[line]) {
            code.dload(values[line]);
        } else {
            load(line);
            if (body.isReadFrom(line, k + 1) || readsTwice(line, k)) {
                code.dup2().dstore(values[line]);
                held[line] = true;
            }
        }
    }

    private boolean readsTwice(int line, int k) {
        int times = 0;
        for (int slot = 1; slot <= body.arity[k]; slot++) {
            times += body.slots[4 * k + slot] == line ? 1 : 0;
        }
        return times > 1;
    }

    private void load(int line) {
        code.aload(M);
        address(line);
        code.daload();
    }

    private void address(int line) {
        start.put(line + 2);
        Integer offset = offsets.get(body.lines.get(line).across());
        if (offset != null) {
            code.iload(offset).iadd();
        }
        int down = body.lines.get(line).down();
        if (body.loop.rows() == 1 || down == 0) {
            return;
        }
        code.iload(row);
        switch (down) {
            case 1 -> code.iadd();
            case -1 -> code.isub();
            default -> code.loadConstant(down).imul().iadd();
        }
    }
}
