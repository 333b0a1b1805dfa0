package wengert.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.Arrays;

/// Writes the code of one loop, as a method that is told by a table how often to turn and where its lines begin.
///
/// The table has the number of rows, that of columns, and the first cell of each line. What a line holds is kept in a
/// variable while the turn lasts; sums stay in theirs for the whole loop, and what the next turn reads is handed over.
final class LoopWriter {

    private static final int M = 0;
    private static final int TABLE = 1;
    private static final int OFFSET = 2;

    private final CodeBuilder code;
    private final Operations operations;
    private final Body body;
    private final Flat flat;
    private final int[] bases;
    private final int[] values;
    private final boolean[] held;
    private int row;

    LoopWriter(CodeBuilder code, Operations operations, Body body, Flat flat) {
        this.code = code;
        this.operations = operations;
        this.body = body;
        this.flat = flat;
        this.bases = new int[body.lines.size()];
        this.values = new int[body.lines.size()];
        this.held = new boolean[body.lines.size()];
    }

    void write() {
        for (int l = 0; l < bases.length; l++) {
            values[l] = code.allocateLocal(TypeKind.DOUBLE);
            if (!body.isConstant(l, flat.constants())) {
                bases[l] = code.allocateLocal(TypeKind.INT);
                code.aload(TABLE).iload(OFFSET).loadConstant(l + 2).iadd().iaload();
                code.istore(bases[l]);
            }
        }
        row = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(row);
        for (int l = 0; l < bases.length; l++) {
            boolean fixed = body.turns() && body.stays(l) && !body.isConstant(l, flat.constants());
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
        for (int l = 0; l < bases.length; l++) {
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
        code.iload(bases[l]);
        int down = body.lines.get(l).down();
        if (body.loop.rows() > 1 && down != 0) {
            code.iload(row).iconst_1().isub().loadConstant(down).imul().iadd();
        }
    }

    private void columns() {
        int column = code.allocateLocal(TypeKind.INT);
        int count = code.allocateLocal(TypeKind.INT);
        code.aload(TABLE).iload(OFFSET).iconst_1().iadd().iaload().istore(count);
        code.iconst_0().istore(column);
        Label top = code.newBoundLabel();
        if (body.loop.rows() > 1) {
            rows();
        } else {
            turn();
        }
        for (int l = 0; l < bases.length; l++) {
            int across = body.lines.get(l).across();
            if (across != 0 && !body.isConstant(l, flat.constants())) {
                code.iload(bases[l]).loadConstant(across).iadd().istore(bases[l]);
            }
        }
        code.iinc(column, 1).iload(column).iload(count).if_icmplt(top);
    }

    private void rows() {
        int count = code.allocateLocal(TypeKind.INT);
        code.aload(TABLE).iload(OFFSET).iaload().istore(count);
        code.iconst_0().istore(row);
        Label top = code.newBoundLabel();
        turn();
        for (int l = 0; l < bases.length; l++) {
            if (body.carried[l] >= 0) {
                code.dload(values[body.carried[l]]).dstore(values[l]);
            }
        }
        code.iinc(row, 1).iload(row).iload(count).if_icmplt(top);
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
        boolean fixed = body.turns() && body.stays(to);
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
        if (body.isConstant(line, flat.constants())) {
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
        code.iload(bases[line]);
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
