package wengert.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes operations that run one after the other, keeping in variables what is read again.
final class StraightWriter {

    private static final int M = 0;

    private final CodeBuilder code;
    private final Operations operations;
    private final int[] op;
    private final int[] at;
    private final int from;
    private final int to;
    private final Cells cells;

    /// The variable of each cell that has been looked at.
    private final Map<Integer, Integer> values = new HashMap<>();

    private final Map<Integer, Integer> lastRead = new HashMap<>();
    private final Map<Integer, Integer> lastWrite = new HashMap<>();
    private final Map<Integer, Integer> reads = new HashMap<>();

    /// What the numbers stand for by which operations name the cells they work on.
    interface Cells {

        /// Puts the place of a cell on the stack.
        void place(int cell);

        /// The constant that is there; null where that may vary.
        @Nullable Double constant(int cell);

        /// Whether what operation `k` writes is read elsewhere.
        ///
        /// @param here how often it is read by the operations that are written
        boolean isStored(int k, int here);
    }

    private StraightWriter(
            CodeBuilder code,
            Operations operations,
            int[] op,
            int[] at,
            int from,
            int to,
            Cells cells) {
        this.code = code;
        this.operations = operations;
        this.op = op;
        this.at = at;
        this.from = from;
        this.to = to;
        this.cells = cells;
    }

    /// Writes a stretch of straight code, as a method that knows every cell it works on.
    static void straight(
            CodeBuilder code, Operations operations, Flat flat, Flat.Loop loop, int from, int to) {
        new StraightWriter(
                        code, operations, loop.op(), loop.at(), from, to, fixed(code, flat, loop))
                .write();
        code.return_();
    }

    private static Cells fixed(CodeBuilder code, Flat flat, Flat.Loop loop) {
        return new Cells() {
            @Override
            public void place(int cell) {
                code.loadConstant(cell);
            }

            @Override
            public @Nullable Double constant(int cell) {
                return flat.isNamed(cell) ? flat.initial()[cell] : null;
            }

            @Override
            public boolean isStored(int k, int here) {
                int uses = flat.uses()[loop.uses()[k]];
                return uses >= Flat.MANY || uses != here;
            }
        };
    }

    /// Writes operations in the midst of a method. Cells that are the same have the same number, be that what it may.
    static void some(CodeBuilder code, Operations operations, int[] op, int[] at, Cells cells) {
        new StraightWriter(code, operations, op, at, 0, op.length, cells).write();
    }

    private void write() {
        for (int k = from; k < to; k++) {
            for (int slot = 1; slot <= operations.arity(op[k]); slot++) {
                int cell = at[4 * k + slot];
                lastRead.put(cell, k);
                reads.merge(cell, 1, Integer::sum);
            }
            lastWrite.put(at[4 * k], k);
        }
        for (int k = from; k < to; k++) {
            operation(k);
        }
    }

    private void operation(int k) {
        int cell = at[4 * k];
        boolean last = lastWrite.getOrDefault(cell, -1) == k;
        boolean wanted = lastRead.getOrDefault(cell, -1) > k;
        boolean stored = last && cells.isStored(k, reads.getOrDefault(cell, 0));
        if (stored && !wanted) {
            code.aload(M);
            cells.place(cell);
        }
        operations.apply(code, op[k], operations.arity(op[k]), slot -> value(at[4 * k + slot], k));
        if (wanted) {
            int variable = values.computeIfAbsent(cell, _ -> code.allocateLocal(TypeKind.DOUBLE));
            code.dstore(variable);
            if (stored) {
                code.aload(M);
                cells.place(cell);
                code.dload(variable).dastore();
            }
        } else if (stored) {
            code.dastore();
        } else {
            code.pop2();
        }
    }

    private void value(int cell, int k) {
        Integer variable = values.get(cell);
        Double constant = cells.constant(cell);
        if (constant != null) {
            code.loadConstant(constant);
        } else if (variable != null) {
            code.dload(variable);
        } else {
            code.aload(M);
            cells.place(cell);
            code.daload();
            if (lastRead.getOrDefault(cell, -1) > k) {
                int made = code.allocateLocal(TypeKind.DOUBLE);
                values.put(cell, made);
                code.dup2().dstore(made);
            }
        }
    }
}
