package wengert.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// Flat code as a class of its own, which the virtual machine turns into machine code.
///
/// Loops of one shape share a method. Methods stay below the size beyond which they are never compiled; what would be
/// larger, and what is too long to be worth it, stays interpreted.
final class Compiled {

    private static final ClassDesc KERNEL = ClassDesc.of(Kernel.class.getName());
    private static final ClassDesc CODE = ClassDesc.of("wengert.compile.FlatCode");
    private static final ClassDesc NUMBERS = ConstantDescs.CD_double.arrayType();
    private static final ClassDesc TABLE = ConstantDescs.CD_int.arrayType();
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    NUMBERS,
                    ClassDesc.of(Value.class.getName()).arrayType());
    private static final MethodTypeDesc STRAIGHT =
            MethodTypeDesc.of(ConstantDescs.CD_void, NUMBERS);
    private static final MethodTypeDesc LOOP =
            MethodTypeDesc.of(ConstantDescs.CD_void, NUMBERS, TABLE, ConstantDescs.CD_int);

    /// Operations in one method of straight code.
    private static final int LONG = 320;

    /// Up to this many operations straight code is treated as a loop of one turn, so that it can share its method.
    private static final int SHORT = 24;

    /// More straight operations than these are not compiled.
    private static final int LONGEST = 40_000;

    /// Parts that one method runs.
    private static final int RUNS = 250;

    private final Flat flat;
    private final Operations operations;
    private final List<Method> methods = new ArrayList<>();
    private final List<Consumer<CodeBuilder>> calls = new ArrayList<>();
    private final Map<Object, String> shapes = new HashMap<>();
    private int[] table = new int[256];
    private int tableLength;
    private int straight;

    private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

    private Compiled(Flat flat) {
        this.flat = flat;
        this.operations = new Operations(flat);
    }

    /// The code of flat code; null where there would be none but what is interpreted.
    static @Nullable Kernel of(Flat flat) {
        return new Compiled(flat).kernel();
    }

    private @Nullable Kernel kernel() {
        int place = operations.data().size();
        operations.data().add(table); // put in its last form below
        for (Flat.Part part : flat.parts()) {
            switch (part) {
                case Flat.Call(Kernel kernel) -> call(kernel);
                case Flat.Loop loop when loop.isStraight() && loop.length() > SHORT ->
                        straight(loop);
                case Flat.Loop loop -> loop(loop, place);
            }
        }
        operations.data().set(place, Arrays.copyOf(table, tableLength));
        byte[] bytes = ClassFile.of().build(CODE, this::write);
        try {
            var lookup =
                    MethodHandles.lookup()
                            .defineHiddenClassWithClassData(bytes, operations.data(), true);
            return (Kernel) lookup.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("flat code that cannot be compiled", e);
        }
    }

    private void call(Kernel kernel) {
        calls.add(code -> {
            operations.given(code, kernel, KERNEL);
            code.aload(0).aload(1).invokeinterface(KERNEL, "run", RUN);
        });
    }

    private void interpreted(Flat.Loop loop) {
        call((m, _) -> Interpreted.loop(loop, flat.ops(), m));
    }

    private void straight(Flat.Loop loop) {
        straight += loop.length();
        if (straight > LONGEST) {
            interpreted(loop);
            return;
        }
        for (int from = 0; from < loop.length(); from += LONG) {
            int start = from;
            int end = Math.min(loop.length(), from + LONG);
            String name = "straight" + methods.size();
            methods.add(
                    new Method(
                            name,
                            STRAIGHT,
                            code ->
                                    new StraightWriter(code, operations, flat, loop, start, end)
                                            .write()));
            calls.add(code -> code.aload(0).invokestatic(CODE, name, STRAIGHT));
        }
    }

    private void loop(Flat.Loop loop, int place) {
        var body = new Body(flat, loop);
        if (loop.length() > LONG || !body.isClear()) {
            interpreted(loop);
            return;
        }
        String name =
                shapes.computeIfAbsent(
                        body.shape(flat.constants(), flat.initial()),
                        _ -> {
                            String made = "loop" + methods.size();
                            methods.add(
                                    new Method(
                                            made,
                                            LOOP,
                                            code ->
                                                    new LoopWriter(code, operations, body, flat)
                                                            .write()));
                            return made;
                        });
        int offset = tableLength;
        put(loop.rows());
        put(loop.columns());
        body.lines.forEach(line -> put(line.at()));
        calls.add(code -> {
            code.aload(0);
            Operations.constant(code, place, TABLE);
            code.loadConstant(offset).invokestatic(CODE, name, LOOP);
        });
    }

    private void put(int number) {
        if (tableLength == table.length) {
            table = Arrays.copyOf(table, 2 * tableLength);
        }
        table[tableLength++] = number;
    }

    private void write(java.lang.classfile.ClassBuilder type) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        type.withInterfaceSymbols(KERNEL);
        type.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_PUBLIC,
                code ->
                        code.aload(0)
                                .invokespecial(
                                        ConstantDescs.CD_Object,
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void)
                                .return_());
        int count = (calls.size() + RUNS - 1) / RUNS;
        type.withMethodBody(
                "run",
                RUN,
                ClassFile.ACC_PUBLIC,
                code -> {
                    for (int i = 0; i < count; i++) {
                        code.aload(1).aload(2).invokestatic(CODE, "run" + i, RUN);
                    }
                    code.return_();
                });
        for (int i = 0; i < count; i++) {
            List<Consumer<CodeBuilder>> some =
                    calls.subList(i * RUNS, Math.min(calls.size(), (i + 1) * RUNS));
            type.withMethodBody(
                    "run" + i,
                    RUN,
                    ClassFile.ACC_STATIC,
                    code -> {
                        some.forEach(call -> call.accept(code));
                        code.return_();
                    });
        }
        for (Method method : methods) {
            type.withMethodBody(method.name(), method.type(), ClassFile.ACC_STATIC, method.code());
        }
    }
}
