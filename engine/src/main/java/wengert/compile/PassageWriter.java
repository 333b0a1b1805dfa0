package wengert.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes [passages][Passage], each as a method that is told where it works, and the method that runs them by a script.
final class PassageWriter {

    /// The method that runs a stretch of the script, which the table tells.
    static final String SCRIPT = "script";

    private static final MethodTypeDesc PASSAGE =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    RunWriter.NUMBERS,
                    RunWriter.TABLE,
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_int);

    private final List<Passage> all;
    private final Operations operations;
    private final Flat flat;

    private PassageWriter(List<Passage> all, Operations operations, Flat flat) {
        this.all = all;
        this.operations = operations;
        this.flat = flat;
    }

    /// @param script where the script is in what the class is given
    /// @param told where the list of places is
    static void write(
            ClassBuilder type,
            List<Passage> all,
            Operations operations,
            Flat flat,
            int script,
            int told) {
        var writer = new PassageWriter(all, operations, flat);
        type.withMethodBody(
                SCRIPT,
                RunWriter.LOOP,
                ClassFile.ACC_STATIC,
                code -> writer.script(code, script, told));
        for (int k = 0; k < all.size(); k++) {
            Passage passage = all.get(k);
            type.withMethodBody(
                    name(k), PASSAGE, ClassFile.ACC_STATIC, code -> writer.passage(code, passage));
        }
    }

    private static String name(int passage) {
        return "passage" + passage;
    }

    /// Takes the numbers, the table, and where in it are: the place in the script to begin at, that to end at, and the
    /// first in the list of places. What all passages are given is put on the stack before one of them is chosen, so that the
    /// method is short enough for the virtual machine to compile.
    private void script(CodeBuilder code, int script, int told) {
        int at = code.allocateLocal(TypeKind.INT);
        int end = code.allocateLocal(TypeKind.INT);
        int from = code.allocateLocal(TypeKind.INT);
        int turns = code.allocateLocal(TypeKind.INT);
        code.aload(1).iload(2).iaload().istore(at);
        code.aload(1).iload(2).iconst_1().iadd().iaload().istore(end);
        code.aload(1).iload(2).iconst_2().iadd().iaload().istore(from);
        Label top = code.newBoundLabel();
        Label next = code.newLabel();
        Operations.constant(code, script, RunWriter.TABLE);
        code.iload(at).iconst_1().iadd().iaload().istore(turns);
        code.aload(0);
        Operations.constant(code, told, RunWriter.TABLE);
        code.iload(from).iload(turns);
        Operations.constant(code, script, RunWriter.TABLE);
        code.iload(at).iaload();
        var cases = new ArrayList<SwitchCase>();
        for (int k = 0; k < all.size(); k++) {
            cases.add(SwitchCase.of(k, code.newLabel()));
        }
        code.tableswitch(0, all.size() - 1, cases.getLast().target(), cases);
        for (int k = 0; k < all.size(); k++) {
            code.labelBinding(cases.get(k).target());
            code.invokestatic(RunWriter.CODE, name(k), PASSAGE);
            code.loadConstant(all.get(k).starts()).goto_(next);
        }
        code.labelBinding(next);
        code.iload(turns).imul().iload(from).iadd().istore(from);
        code.iinc(at, 2).iload(at).iload(end).if_icmplt(top);
        code.return_();
    }

    /// Takes the numbers, the list of places, where in it to begin, and how often to run.
    private void passage(CodeBuilder code, Passage passage) {
        int[] starts = new int[passage.starts() + 1];
        for (int k = 1; k < starts.length; k++) {
            starts[k] = code.allocateLocal(TypeKind.INT);
        }
        Label top = code.newBoundLabel();
        for (int k = 1; k < starts.length; k++) {
            code.aload(1).iload(2).iaload().istore(starts[k]);
            code.iinc(2, 1);
        }
        List<Line> lines = new ArrayList<>();
        int[] at = lines(passage, lines);
        StraightWriter.some(code, operations, passage.op(), at, told(code, passage, lines, starts));
        code.iinc(3, -1).iload(3).ifgt(top);
        code.return_();
    }

    private record Line(int group, int offset) {}

    /// Numbers the cells that a passage works on.
    private int[] lines(Passage passage, List<Line> lines) {
        Map<Line, Integer> known = new HashMap<>();
        int[] at = new int[4 * passage.length()];
        for (int k = 0; k < passage.length(); k++) {
            for (int i = 4 * k; i <= 4 * k + flat.arity(passage.op()[k]); i++) {
                var line = new Line(passage.group()[i], passage.offset()[i]);
                at[i] =
                        known.computeIfAbsent(
                                line,
                                l -> {
                                    lines.add(l);
                                    return lines.size() - 1;
                                });
            }
        }
        return at;
    }

    private StraightWriter.Cells told(
            CodeBuilder code, Passage passage, List<Line> lines, int[] starts) {
        return new StraightWriter.Cells() {
            @Override
            public void place(int cell) {
                Line line = lines.get(cell);
                code.loadConstant(line.offset());
                if (line.group() > 0) {
                    code.iload(starts[line.group()]).iadd();
                }
            }

            @Override
            public @Nullable Double constant(int cell) {
                Line line = lines.get(cell);
                boolean named = line.group() == 0 && flat.isNamed(line.offset());
                return named ? flat.initial()[line.offset()] : null;
            }

            @Override
            public boolean isStored(int k, int here) {
                return passage.stored()[k];
            }
        };
    }
}
