package wengert.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;

/// Writes the code that gives a small program its numbers and takes over the results, number by number or in long stretches:
/// there a loop, and finding out how long it is, would take as long as the program itself.
final class AccessWriter {

    /// With more copies loops are as fast.
    private static final int SMALL = 40;

    private static final int SUMS = 4;

    private static final ClassDesc CODE = ClassDesc.of("wengert.compile.AccessCode");
    private static final ClassDesc ACCESS = ClassDesc.of(Copying.class.getName());
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
    private static final MethodTypeDesc GIVE =
            MethodTypeDesc.of(ConstantDescs.CD_void, NUMBERS, NUMBERS);
    private static final MethodTypeDesc TAKE =
            MethodTypeDesc.of(ConstantDescs.CD_double, NUMBERS, NUMBERS);

    private AccessWriter() {}

    /// The code for these stretches; the loops themselves where that would be long.
    static Copying of(DirectAccess access) {
        if (copies(access.inputs()) > SMALL || copies(access.gradient()) > SMALL) {
            return access;
        }
        byte[] bytes =
                ClassFile.of()
                        .build(
                                CODE,
                                type -> {
                                    type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
                                    type.withInterfaceSymbols(ACCESS);
                                    type.withMethodBody(
                                            ConstantDescs.INIT_NAME,
                                            ConstantDescs.MTD_void,
                                            ClassFile.ACC_PUBLIC,
                                            Compiled::constructor);
                                    type.withMethodBody(
                                            "give",
                                            GIVE,
                                            ClassFile.ACC_PUBLIC,
                                            code -> give(code, access.inputs()));
                                    type.withMethodBody(
                                            "take",
                                            TAKE,
                                            ClassFile.ACC_PUBLIC,
                                            code -> take(code, access.gradient()));
                                });
        try {
            var made = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (Copying) made.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("stretches that cannot be compiled", e);
        }
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
                code.aload(1).loadConstant(at).aload(2).loadConstant(stretches[i]);
                code.loadConstant(stretches[i + 1]);
                code.invokestatic(SYSTEM, "arraycopy", ARRAYCOPY);
                at += stretches[i + 1];
                continue;
            }
            for (int k = 0; k < stretches[i + 1]; k++) {
                code.aload(2).loadConstant(stretches[i] + k);
                code.aload(1).loadConstant(at++).daload();
                code.dastore();
            }
        }
        code.return_();
    }

    /// Copies, and adds up all numbers, in sums that do not wait for each other.
    private static void take(CodeBuilder code, int[] stretches) {
        for (int sum = 0; sum < SUMS; sum++) {
            code.dconst_0().dstore(3 + 2 * sum);
        }
        int at = 0;
        for (int i = 0; i < stretches.length; i += 2) {
            int cell = stretches[i];
            boolean alike = stretches[i + 1] < 0;
            if (isLong(stretches, i)) {
                code.aload(1).loadConstant(cell).aload(2).loadConstant(at);
                code.loadConstant(stretches[i + 1]);
                code.invokestatic(DIRECT, "taken", TAKEN).dload(3).dadd().dstore(3);
                at += stretches[i + 1];
                continue;
            }
            for (int k = 0; k < Math.abs(stretches[i + 1]); k++) {
                int sum = 3 + 2 * (at % SUMS);
                code.aload(2).loadConstant(at++);
                if (cell < 0) {
                    code.dconst_0().dastore();
                    continue;
                }
                code.aload(1).loadConstant(alike ? cell : cell + k).daload();
                code.dup2().dload(sum).dadd().dstore(sum);
                code.dastore();
            }
        }
        code.dload(3);
        for (int sum = 1; sum < SUMS; sum++) {
            code.dload(3 + 2 * sum).dadd();
        }
        code.dreturn();
    }
}
