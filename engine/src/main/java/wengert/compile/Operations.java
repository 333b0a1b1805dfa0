package wengert.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;
import wengert.ops.ScalarOp;

/// Writes single operations, and keeps the objects that compiled code is given along.
final class Operations {

    private static final ClassDesc SCALAR_OP = ClassDesc.of(ScalarOp.class.getName());
    private static final ClassDesc MATH = ClassDesc.of(Math.class.getName());
    private static final ClassDesc FUNCTION = ClassDesc.of(DoubleUnaryOperator.class.getName());
    private static final MethodTypeDesc ONE =
            MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double);
    private static final MethodTypeDesc TWO =
            MethodTypeDesc.of(
                    ConstantDescs.CD_double, ConstantDescs.CD_double, ConstantDescs.CD_double);
    private static final MethodTypeDesc MANY =
            MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double.arrayType());

    /// Operations on two numbers for which there are instructions; both numbers are on the stack.
    private static final Map<ScalarOp, Consumer<CodeBuilder>> INSTRUCTIONS =
            Map.of(
                    named("max"), code -> code.invokestatic(MATH, "max", TWO),
                    named("min"), code -> code.invokestatic(MATH, "min", TWO),
                    named("<"), code -> answer(code.dcmpg(), Opcode.IFLT),
                    named("<="), code -> answer(code.dcmpg(), Opcode.IFLE),
                    named(">"), code -> answer(code.dcmpl(), Opcode.IFGT),
                    named(">="), code -> answer(code.dcmpl(), Opcode.IFGE),
                    named("=="), code -> answer(code.dcmpl(), Opcode.IFEQ),
                    named("!="), code -> answer(code.dcmpl(), Opcode.IFNE));

    private final List<ScalarOp> ops;
    private final List<Object> data = new ArrayList<>();

    Operations(Flat flat) {
        ops = flat.ops();
        ops.forEach(op -> data.add(op.arity() == 1 ? op.function() : op));
    }

    private static ScalarOp named(String name) {
        return Objects.requireNonNull(wengert.ops.Operations.scalar(name, 2), name);
    }

    /// Yes and no as whole numbers are chosen without a jump, as 1.0 and 0.0 they would not be.
    private static void answer(CodeBuilder code, Opcode test) {
        code.ifThenElse(test, CodeBuilder::iconst_1, CodeBuilder::iconst_0).i2d();
    }

    int arity(int operation) {
        return Flat.arity(ops, operation);
    }

    /// What the compiled class is given.
    List<Object> data() {
        return data;
    }

    /// Puts an object that the class is given on the stack.
    void given(CodeBuilder code, Object object, ClassDesc type) {
        data.add(object);
        constant(code, data.size() - 1, type);
    }

    static void constant(CodeBuilder code, int index, ClassDesc type) {
        code.ldc(
                DynamicConstantDesc.ofNamed(
                        ConstantDescs.BSM_CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, type, index));
    }

    /// @param argument puts the argument of a slot, from 1, on the stack
    void apply(CodeBuilder code, int operation, int arity, IntConsumer argument) {
        switch (operation) {
            case Flat.COPY -> argument.accept(1);
            case Flat.NEGATE -> {
                argument.accept(1);
                code.dneg();
            }
            case Flat.SQUARE -> {
                argument.accept(1);
                code.dup2().dmul();
            }
            case Flat.PLUS, Flat.MINUS, Flat.TIMES, Flat.DIVIDE -> {
                argument.accept(1);
                argument.accept(2);
                switch (operation) {
                    case Flat.PLUS -> code.dadd();
                    case Flat.MINUS -> code.dsub();
                    case Flat.TIMES -> code.dmul();
                    default -> code.ddiv();
                }
            }
            default -> other(code, operation - Flat.FIRST_OP, arity, argument);
        }
    }

    private void other(CodeBuilder code, int index, int arity, IntConsumer argument) {
        Consumer<CodeBuilder> instruction = INSTRUCTIONS.get(ops.get(index));
        if (instruction != null) {
            argument.accept(1);
            argument.accept(2);
            instruction.accept(code);
            return;
        }
        if (arity == 1) {
            constant(code, index, FUNCTION);
            argument.accept(1);
            code.invokeinterface(FUNCTION, "applyAsDouble", ONE);
            return;
        }
        constant(code, index, SCALAR_OP);
        if (arity == 2) {
            argument.accept(1);
            argument.accept(2);
            code.invokeinterface(SCALAR_OP, "evaluate", TWO);
            return;
        }
        code.loadConstant(arity).newarray(java.lang.classfile.TypeKind.DOUBLE);
        for (int slot = 1; slot <= arity; slot++) {
            code.dup().loadConstant(slot - 1);
            argument.accept(slot);
            code.dastore();
        }
        code.invokeinterface(SCALAR_OP, "evaluate", MANY);
    }
}
