package wengert.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;
import wengert.value.Value;

/// Writes the code that gives a small program its numbers, runs it and takes over the results, number by number or in long
/// stretches: there a loop, finding out how long it is, and one call more would take as long as the program itself.
final class AccessWriter {

    /// With more copies loops are as fast.
    private static final int SMALL = 40;

    private static final int SUMS = 4;

    private static final ClassDesc CODE = ClassDesc.of("wengert.compile.AccessCode");
    private static final ClassDesc ACCESS = ClassDesc.of(Direct.class.getName());
    private static final ClassDesc NUMBERS = ConstantDescs.CD_double.arrayType();
    private static final ClassDesc DIRECT = ClassDesc.of(DirectAccess.class.getName());
    private static final ClassDesc SYSTEM = ClassDesc.of(System.class.getName());
    private static final MethodTypeDesc ARRAYCOPY =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    ConstantDescs.CD_Object,
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_Object,
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_int);
    private static final MethodTypeDesc TAKEN =
            MethodTypeDesc.of(
                    ConstantDescs.CD_double,
                    NUMBERS,
                    ConstantDescs.CD_int,
                    NUMBERS,
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_int);
    private static final ClassDesc KEPT = ClassDesc.of(Value.class.getName()).arrayType();
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(ConstantDescs.CD_double, NUMBERS, KEPT, NUMBERS, NUMBERS);

    private static final int M = 1;
    private static final int KEPT_VALUES = 2;
    private static final int X = 3;
    private static final int G = 4;

    /// The first of the variables that add up.
    private static final int SUM = 5;

    private AccessWriter() {}

    /// Access to a kernel; by loops where the code for it would be long.
    static Direct of(DirectAccess access, Kernel kernel) {
        if (copies(access.inputs()) > SMALL || copies(access.gradient()) > SMALL) {
            return (m, kept, x, g) -> access.run(kernel, m, kept, x, g);
        }
        byte[] bytes = ClassFile.of().build(CODE, type -> write(type, access));
        try {
            var made =
                    MethodHandles.lookup()
                            .defineHiddenClassWithClassData(bytes, List.of(kernel), true);
            return (Direct) made.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("stretches that cannot be compiled", e);
        }
    }

    private static void write(ClassBuilder type, DirectAccess access) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        type.withInterfaceSymbols(ACCESS);
        type.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_PUBLIC,
                Compiled::constructor);
        type.withMethodBody(
                "run",
                RUN,
                ClassFile.ACC_PUBLIC,
                code -> {
                    give(code, access.inputs());
                    Operations.constant(code, 0, RunWriter.KERNEL);
                    code.aload(M).aload(KEPT_VALUES);
                    code.invokeinterface(RunWriter.KERNEL, "run", RunWriter.RUN);
                    take(code, access.gradient());
                });
    }

    /// How many copies are written down: of numbers, and of long stretches.
    private static int copies(int[] stretches) {
        int copies = 0;
        for (int i = 0; i < stretches.length; i += 2) {
            copies += isLong(stretches, i) ? 1 : Math.abs(stretches[i + 1]);
        }
        return copies;
    }

    private static boolean isLong(int[] stretches, int i) {
        return stretches[i] >= 0 && stretches[i + 1] >= DirectAccess.LONG;
    }

    private static void give(CodeBuilder code, int[] stretches) {
        int at = 0;
        for (int i = 0; i < stretches.length; i += 2) {
            if (isLong(stretches, i)) {
                code.aload(X).loadConstant(at).aload(M).loadConstant(stretches[i]);
                code.loadConstant(stretches[i + 1]);
                code.invokestatic(SYSTEM, "arraycopy", ARRAYCOPY);
                at += stretches[i + 1];
                continue;
            }
            for (int k = 0; k < stretches[i + 1]; k++) {
                code.aload(M).loadConstant(stretches[i] + k);
                code.aload(X).loadConstant(at++).daload();
                code.dastore();
            }
        }
    }

    /// Copies, and adds up all numbers, in sums that do not wait for each other.
    private static void take(CodeBuilder code, int[] stretches) {
        for (int sum = 0; sum < SUMS; sum++) {
            code.dconst_0().dstore(SUM + 2 * sum);
        }
        int at = 0;
        for (int i = 0; i < stretches.length; i += 2) {
            int cell = stretches[i];
            boolean alike = stretches[i + 1] < 0;
            if (isLong(stretches, i)) {
                code.aload(M).loadConstant(cell).aload(G).loadConstant(at);
                code.loadConstant(stretches[i + 1]);
                code.invokestatic(DIRECT, "taken", TAKEN).dload(SUM).dadd().dstore(SUM);
                at += stretches[i + 1];
                continue;
            }
            for (int k = 0; k < Math.abs(stretches[i + 1]); k++) {
                int sum = SUM + 2 * (at % SUMS);
                code.aload(G).loadConstant(at++);
                if (cell < 0) {
                    code.dconst_0().dastore();
                    continue;
                }
                code.aload(M).loadConstant(alike ? cell : cell + k).daload();
                code.dup2().dload(sum).dadd().dstore(sum);
                code.dastore();
            }
        }
        code.dload(SUM);
        for (int sum = 1; sum < SUMS; sum++) {
            code.dload(SUM + 2 * sum).dadd();
        }
        code.dreturn();
    }
}
