package wengert.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

/// Writes a stretch of straight code, as a method that knows every cell it works on.
final class StraightWriter {

    private static final int M = 0;

    private final CodeBuilder code;
    private final Operations operations;
    private final Flat flat;
    private final Flat.Loop loop;
    private final int from;
    private final int to;

    /// The variable of each cell that has been looked at.
    private final Map<Integer, Integer> values = new HashMap<>();

    private final Map<Integer, Integer> lastRead = new HashMap<>();
    private final Map<Integer, Integer> lastWrite = new HashMap<>();
    private final Map<Integer, Integer> reads = new HashMap<>();

    StraightWriter(
            CodeBuilder code, Operations operations, Flat flat, Flat.Loop loop, int from, int to) {
        this.code = code;
        this.operations = operations;
        this.flat = flat;
        this.loop = loop;
        this.from = from;
        this.to = to;
    }

    void write() {
        for (int k = from; k < to; k++) {
            for (int slot = 1; slot <= flat.arity(loop.op()[k]); slot++) {
                int cell = loop.at()[4 * k + slot];
                lastRead.put(cell, k);
                reads.merge(cell, 1, Integer::sum);
            }
            lastWrite.put(loop.at()[4 * k], k);
        }
        for (int k = from; k < to; k++) {
            operation(k);
        }
        code.return_();
    }

    private void operation(int k) {
        int cell = loop.at()[4 * k];
        boolean last = lastWrite.getOrDefault(cell, -1) == k;
        boolean wanted = lastRead.getOrDefault(cell, -1) > k;
        int uses = flat.uses()[loop.uses()[k]];
        boolean stored = last && (uses >= Flat.MANY || uses != reads.getOrDefault(cell, 0));
        if (stored && !wanted) {
            code.aload(M).loadConstant(cell);
        }
        int at = 4 * k;
        operations.apply(
                code,
                loop.op()[k],
                flat.arity(loop.op()[k]),
                slot -> value(loop.at()[at + slot], k));
        if (wanted) {
            int variable = values.computeIfAbsent(cell, _ -> code.allocateLocal(TypeKind.DOUBLE));
            code.dstore(variable);
            if (stored) {
                code.aload(M).loadConstant(cell).dload(variable).dastore();
            }
        } else if (stored) {
            code.dastore();
        } else {
            code.pop2();
        }
    }

    private void value(int cell, int k) {
        Integer variable = values.get(cell);
        if (flat.isNamed(cell)) {
            code.loadConstant(flat.initial()[cell]);
        } else if (variable != null) {
            code.dload(variable);
        } else {
            code.aload(M).loadConstant(cell).daload();
            if (lastRead.getOrDefault(cell, -1) > k) {
                int made = code.allocateLocal(TypeKind.DOUBLE);
                values.put(cell, made);
                code.dup2().dstore(made);
            }
        }
    }
}
