package wengert.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.compile.RunWriter.Step;

/// Writes the method `run` of compiled code that takes a great many steps of a few kinds: it goes through a list of these.
///
/// Each step costs a jump to where its kind is written. Written out one after the other, so many steps would be more machine
/// code than the caches hold, which costs more.
final class ScriptWriter {

    /// With fewer steps written out, these are no burden.
    private static final int MANY = 1000;

    /// More kinds of steps than these do not fit into a method that the virtual machine compiles.
    private static final int MOST = 250;

    private final Map<Step, Integer> numbers;
    private final int[] script;

    private ScriptWriter(Map<Step, Integer> numbers, int[] script) {
        this.numbers = numbers;
        this.script = script;
    }

    /// A writer for these steps; null where they are better written out.
    static @Nullable ScriptWriter of(List<Step> steps) {
        if (steps.size() < MANY || RunWriter.written(steps) < MANY) {
            return null;
        }
        List<Step> kinds = new ArrayList<>(steps.stream().distinct().limit(MOST + 1L).toList());
        if (kinds.size() > MOST) {
            return null;
        }
        Map<Step, Integer> numbers =
                IntStream.range(0, kinds.size())
                        .boxed()
                        .collect(Collectors.toMap(kinds::get, k -> k));
        return new ScriptWriter(numbers, steps.stream().mapToInt(numbers::get).toArray());
    }

    /// The list that the method goes through.
    int[] script() {
        return script;
    }

    /// @param list where the list is in what the class is given
    /// @param table where the table is
    /// @param kernels where the array of kernels is
    void write(ClassBuilder type, int list, int table, int kernels) {
        type.withMethodBody(
                "run",
                RunWriter.RUN,
                ClassFile.ACC_PUBLIC,
                code -> write(code, list, table, kernels));
    }

    private void write(CodeBuilder code, int list, int table, int kernels) {
        int step = code.allocateLocal(TypeKind.INT);
        int row = code.allocateLocal(TypeKind.INT);
        int kernel = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(step);
        code.iconst_0().istore(row);
        code.iconst_0().istore(kernel);
        Label top = code.newBoundLabel();
        Label next = code.newLabel();
        Operations.constant(code, list, RunWriter.TABLE);
        code.iload(step).iaload();
        Map<Step, Label> labels =
                numbers.keySet().stream().collect(Collectors.toMap(s -> s, _ -> code.newLabel()));
        List<SwitchCase> cases = new ArrayList<>();
        numbers.forEach((s, number) -> cases.add(SwitchCase.of(number, labels.get(s))));
        code.tableswitch(0, numbers.size() - 1, next, cases);
        labels.forEach((s, label) -> {
            code.labelBinding(label);
            switch (s) {
                case Step.Call(String method, _) ->
                        code.aload(1).invokestatic(RunWriter.CODE, method, RunWriter.STRAIGHT);
                case Step.Tabled(String method, _, int length) -> {
                    code.aload(1);
                    Operations.constant(code, table, RunWriter.TABLE);
                    code.iload(row);
                    code.invokestatic(RunWriter.CODE, method, RunWriter.LOOP);
                    code.iload(row).loadConstant(length).iadd().istore(row);
                }
                case Step.Next() -> {
                    Operations.constant(code, kernels, RunWriter.KERNEL.arrayType());
                    code.iload(kernel).aaload().aload(1).aload(2);
                    code.invokeinterface(RunWriter.KERNEL, "run", RunWriter.RUN);
                    code.iinc(kernel, 1);
                }
            }
            code.goto_(next);
        });
        code.labelBinding(next);
        code.iinc(step, 1).iload(step).loadConstant(script.length).if_icmplt(top);
        code.return_();
    }
}
