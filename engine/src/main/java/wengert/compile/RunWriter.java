package wengert.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import wengert.value.Value;

/// Writes the method `run` of compiled code, which takes one step after the other.
///
/// What steps work on is in two lists, a table of numbers and one of kernels, in the order of the steps. Two variables
/// go along these lists. So steps that repeat can be written once, and no step needs a constant of its own. No method has
/// more than a few hundred things to do, since there is a limit to the length of each.
final class RunWriter {

    static final ClassDesc CODE = ClassDesc.of("wengert.compile.FlatCode");
    static final ClassDesc KERNEL = ClassDesc.of(Kernel.class.getName());
    static final ClassDesc NUMBERS = ConstantDescs.CD_double.arrayType();
    static final ClassDesc TABLE = ConstantDescs.CD_int.arrayType();
    static final MethodTypeDesc STRAIGHT = MethodTypeDesc.of(ConstantDescs.CD_void, NUMBERS);
    static final MethodTypeDesc LOOP =
            MethodTypeDesc.of(ConstantDescs.CD_void, NUMBERS, TABLE, ConstantDescs.CD_int);
    static final MethodTypeDesc RUN =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    NUMBERS,
                    ClassDesc.of(Value.class.getName()).arrayType());
    private static final MethodTypeDesc SOME =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    NUMBERS,
                    ClassDesc.of(Value.class.getName()).arrayType(),
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_int);

    private static final String TURNS = "turns";

    /// Steps in one method, or calls of such methods.
    private static final int SEVERAL = 200;

    /// So many kernels are known to the virtual machine as such, so that it can look inside.
    private static final int KNOWN = 500;

    /// One thing to do.
    sealed interface Step {

        /// The same for steps that differ only in what they work on.
        int kind();

        /// Runs a method that knows what it works on.
        record Call(String method, int kind) implements Step {}

        /// Runs a method on a stretch of the table.
        record Tabled(String method, int kind, int length) implements Step {}

        /// Runs the next kernel.
        record Next() implements Step {
            @Override
            public int kind() {
                return -1;
            }
        }
    }

    /// Some steps, which are a method of their own.
    ///
    /// @param first the number of the first kernel; -1 where that varies
    /// @param rows how much of the table they go through
    /// @param kernels how many kernels they run
    private record Part(String name, List<Step> steps, int first, int rows, int kernels) {}

    /// Parts that are run one after the other, so many times.
    private record Turns(int count, List<Part> parts) {}

    private final int table;
    private final int kernels;
    private int written;

    private RunWriter(int table, int kernels) {
        this.table = table;
        this.kernels = kernels;
    }

    /// How many of so many kernels the class is given by themselves.
    static int known(int kernels) {
        return Math.min(kernels, KNOWN);
    }

    /// @param table where the table is in what the class is given
    /// @param kernels where the kernels are: the array of all, followed by the first few themselves
    static void write(ClassBuilder type, List<Step> steps, int table, int kernels) {
        var writer = new RunWriter(table, kernels);
        List<Turns> all = writer.arranged(steps);
        type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> run(code, all));
        for (int from = 0; all.size() > SEVERAL && from < all.size(); from += SEVERAL) {
            List<Turns> some = stretch(all, from);
            type.withMethodBody(
                    TURNS + from, SOME, ClassFile.ACC_STATIC, code -> turns(code, some, 0, 2));
        }
        for (Turns turns : all) {
            for (Part part : turns.parts()) {
                type.withMethodBody(
                        part.name(), SOME, ClassFile.ACC_STATIC, code -> writer.write(code, part));
            }
        }
    }

    private static List<Turns> stretch(List<Turns> all, int from) {
        return all.subList(from, Math.min(all.size(), from + SEVERAL));
    }

    /// How many steps are written where those that repeat are written once.
    static int written(List<Step> steps) {
        return stretches(steps).stream().mapToInt(Repeats.Stretch::period).sum();
    }

    private static List<Repeats.Stretch> stretches(List<Step> steps) {
        return Repeats.of(steps.stream().mapToInt(Step::kind).toArray());
    }

    private List<Turns> arranged(List<Step> steps) {
        var all = new ArrayList<Turns>();
        int first = 0;
        for (Repeats.Stretch stretch : stretches(steps)) {
            boolean once = stretch.turns() == 1;
            int end = stretch.from() + stretch.period();
            var parts = new ArrayList<Part>();
            for (int start = stretch.from(); start < end; start += SEVERAL) {
                List<Step> some = steps.subList(start, Math.min(end, start + SEVERAL));
                Part part = part(some, once ? first : -1);
                parts.add(part);
                first += part.kernels() * stretch.turns();
            }
            if (once) {
                parts.forEach(part -> all.add(new Turns(1, List.of(part))));
            } else {
                all.add(new Turns(stretch.turns(), parts));
            }
        }
        return all;
    }

    private Part part(List<Step> steps, int first) {
        int rows = 0;
        int count = 0;
        for (Step step : steps) {
            rows += step instanceof Step.Tabled(_, _, int length) ? length : 0;
            count += step instanceof Step.Next ? 1 : 0;
        }
        return new Part("run" + written++, steps, first, rows, count);
    }

    private static void run(CodeBuilder code, List<Turns> all) {
        if (all.size() <= SEVERAL) {
            int row = code.allocateLocal(TypeKind.INT);
            int kernel = code.allocateLocal(TypeKind.INT);
            code.iconst_0().istore(row);
            code.iconst_0().istore(kernel);
            turns(code, all, 1, row);
            return;
        }
        int row = 0;
        int kernel = 0;
        for (int from = 0; from < all.size(); from += SEVERAL) {
            code.aload(1).aload(2).loadConstant(row).loadConstant(kernel);
            code.invokestatic(CODE, TURNS + from, SOME);
            for (Turns turns : stretch(all, from)) {
                for (Part part : turns.parts()) {
                    row += turns.count() * part.rows();
                    kernel += turns.count() * part.kernels();
                }
            }
        }
        code.return_();
    }

    /// @param numbers the variable of the numbers, followed by that of what is kept
    /// @param row the variable that goes along the table, followed by that which goes along the kernels
    private static void turns(CodeBuilder code, List<Turns> some, int numbers, int row) {
        int kernel = row + 1;
        int turn = code.allocateLocal(TypeKind.INT);
        for (Turns turns : some) {
            code.iconst_0().istore(turn);
            Label top = code.newBoundLabel();
            for (Part part : turns.parts()) {
                code.aload(numbers).aload(numbers + 1).iload(row).iload(kernel);
                code.invokestatic(CODE, part.name(), SOME);
                code.iload(row).loadConstant(part.rows()).iadd().istore(row);
                code.iload(kernel).loadConstant(part.kernels()).iadd().istore(kernel);
            }
            if (turns.count() > 1) {
                code.iinc(turn, 1).iload(turn).loadConstant(turns.count()).if_icmplt(top);
            }
        }
        code.return_();
    }

    private void write(CodeBuilder code, Part part) {
        int row = 0;
        int kernel = 0;
        for (Step step : part.steps()) {
            switch (step) {
                case Step.Call(String method, _) ->
                        code.aload(0).invokestatic(CODE, method, STRAIGHT);
                case Step.Tabled(String method, _, int length) -> {
                    code.aload(0);
                    Operations.constant(code, table, TABLE);
                    code.iload(2).loadConstant(row).iadd();
                    code.invokestatic(CODE, method, LOOP);
                    row += length;
                }
                case Step.Next() -> next(code, part.first(), kernel++);
            }
        }
        code.return_();
    }

    private void next(CodeBuilder code, int first, int kernel) {
        if (first >= 0 && first + kernel < KNOWN) {
            Operations.constant(code, kernels + 1 + first + kernel, KERNEL);
        } else {
            Operations.constant(code, kernels, KERNEL.arrayType());
            code.iload(3).loadConstant(kernel).iadd().aaload();
        }
        code.aload(0).aload(1).invokeinterface(KERNEL, "run", RUN);
    }
}
