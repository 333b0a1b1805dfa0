package wengert.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wengert.compile.RunWriter.Step;

/// Flat code as a class of its own, which the virtual machine turns into machine code.
///
/// A loop whose like does not come often gets a method that knows its cells: seeing how far apart they lie, the virtual
/// machine can do several turns at a time. Many loops of one shape share a method, which is told the cells by a table.
/// Methods stay below the size beyond which they are never compiled; what would be larger, and what is too long to be
/// worth it, stays interpreted.
final class Compiled {

    /// Operations in one method.
    private static final int LONG = 320;

    /// More straight operations than these are not compiled.
    private static final int LONGEST = 40_000;

    /// So many loops of one shape have methods of their own.
    private static final int RARE = 3;

    /// The kind of a step that runs passages.
    private static final int SCRIPTED = Integer.MAX_VALUE;

    /// More methods than these there are not. With the constants they name they have to fit into one class.
    private static final int MOST = 3000;

    private final Flat flat;
    private final Operations operations;
    private final Interpreted.Loops interpreted;
    private final List<Method> methods = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Kernel> kernels = new ArrayList<>();
    private final Map<Object, Shape> shapes = new HashMap<>();
    private final IntList table = new IntList();

    /// Which passages run, and where they work.
    private final IntList script = new IntList();

    private final IntList told = new IntList();
    private List<Passage> passages = List.of();
    private int straight;

    private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

    /// What loops have in common.
    private static final class Shape {
        final int number;
        final List<Body> loops = new ArrayList<>();

        /// What most of the loops have, and what is told of every line.
        @Nullable Shared usual;

        @Nullable Shared other;

        Shape(int number) {
            this.number = number;
        }
    }

    private record Known(Body body, Shape shape) {}

    /// A method for many loops.
    private record Shared(String method, int kind, Bearings bearings) {}

    private Compiled(Flat flat) {
        this.flat = flat;
        this.operations = new Operations(flat);
        this.interpreted = new Interpreted.Loops(flat);
    }

    /// The code of flat code.
    ///
    /// @throws Draft.TooLarge if there is not room for it in a class
    static Kernel of(Flat flat) {
        return new Compiled(flat).kernel();
    }

    private Kernel kernel() {
        List<Flat.Part> parts = Unrolling.of(flat);
        var known = new ArrayList<@Nullable Known>();
        for (Flat.Part part : parts) {
            boolean looked = part instanceof Flat.Loop loop && loop.length() <= LONG;
            known.add(looked ? known((Flat.Loop) part) : null);
        }
        for (int k = 0; k < known.size(); k++) {
            switch (parts.get(k)) {
                case Flat.Call(Kernel kernel) -> call(kernel);
                case Flat.Loop loop -> loop(loop, known.get(k));
                case Flat.Passages some -> passages(some);
            }
        }
        int scriptAt = operations.data().size();
        operations.data().add(script.toArray());
        operations.data().add(told.toArray());
        int tableAt = operations.data().size();
        operations.data().add(table.toArray());
        int kernelsAt = operations.data().size();
        operations.data().add(kernels.toArray(Kernel[]::new));
        operations.data().addAll(kernels.subList(0, RunWriter.known(kernels.size())));
        ScriptWriter scripted = ScriptWriter.of(steps);
        int stepsAt = operations.data().size();
        if (scripted != null) {
            operations.data().add(scripted.script());
        }
        Consumer<ClassBuilder> run =
                scripted != null
                        ? type -> scripted.write(type, stepsAt, tableAt, kernelsAt)
                        : type -> RunWriter.write(type, steps, tableAt, kernelsAt);
        byte[] bytes;
        try {
            bytes = ClassFile.of().build(RunWriter.CODE, type -> write(type, run, scriptAt));
        } catch (IllegalArgumentException e) {
            throw new Draft.TooLarge(e); // for one class
        }
        try {
            var lookup =
                    MethodHandles.lookup()
                            .defineHiddenClassWithClassData(bytes, operations.data(), true);
            return (Kernel) lookup.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("flat code that cannot be compiled", e);
        }
    }

    private Known known(Flat.Loop loop) {
        var body = new Body(flat, loop);
        Shape shape = shapes.computeIfAbsent(body.shape(flat), _ -> new Shape(shapes.size()));
        shape.loops.add(body);
        return new Known(body, shape);
    }

    private void call(Kernel kernel) {
        kernels.add(kernel);
        steps.add(new Step.Next());
    }

    private void loop(Flat.Loop loop, @Nullable Known known) {
        boolean often = known != null && known.shape().loops.size() > RARE;
        if (loop.isStraight() && !often) {
            straight(loop);
        } else if (known == null || !known.body().isClear() || methods.size() >= MOST) {
            call(interpreted.of(loop));
        } else if (often) {
            tabled(known);
        } else {
            String name = "loop" + methods.size();
            methods.add(
                    new Method(
                            name,
                            RunWriter.STRAIGHT,
                            code -> LoopWriter.fixed(code, operations, known.body(), flat)));
            steps.add(new Step.Call(name, unlike()));
        }
    }

    private void straight(Flat.Loop loop) {
        straight += loop.length();
        if (straight > LONGEST || methods.size() >= MOST) {
            call(interpreted.of(loop));
            return;
        }
        for (int from = 0; from < loop.length(); from += LONG) {
            int start = from;
            int end = Math.min(loop.length(), from + LONG);
            String name = "straight" + methods.size();
            methods.add(
                    new Method(
                            name,
                            RunWriter.STRAIGHT,
                            code ->
                                    StraightWriter.straight(
                                            code, operations, flat, loop, start, end)));
            steps.add(new Step.Call(name, unlike()));
        }
    }

    /// A kind of step that there is only once.
    private int unlike() {
        return -2 - steps.size();
    }

    private void passages(Flat.Passages some) {
        passages = some.all();
        table.add(script.size());
        script.add(some.script());
        table.add(script.size());
        table.add(told.size());
        told.add(some.told());
        steps.add(new Step.Tabled(PassageWriter.SCRIPT, SCRIPTED, 3));
    }

    private void tabled(Known known) {
        Body body = known.body();
        Shape shape = known.shape();
        Shared usual = shape.usual;
        if (usual == null) {
            usual = shared(2 * shape.number, Bearings.of(shape.loops), body);
            shape.usual = usual;
        }
        int[] told = usual.bearings().told(body);
        if (told != null) {
            tabled(usual, body, told);
            return;
        }
        Shared other = shape.other;
        if (other == null) {
            other = shared(2 * shape.number + 1, Bearings.apart(body), body);
            shape.other = other;
        }
        tabled(other, body, body.lines.stream().mapToInt(Body.Line::at).toArray());
    }

    private void tabled(Shared shared, Body body, int[] told) {
        int before = table.size();
        table.add(body.loop.rows());
        table.add(body.loop.columns());
        for (int start : told) {
            table.add(start);
        }
        steps.add(new Step.Tabled(shared.method(), shared.kind(), table.size() - before));
    }

    private Shared shared(int kind, Bearings bearings, Body body) {
        String name = "loop" + methods.size();
        methods.add(
                new Method(
                        name,
                        RunWriter.LOOP,
                        code -> LoopWriter.tabled(code, operations, body, flat, bearings)));
        return new Shared(name, kind, bearings);
    }

    private void write(ClassBuilder type, Consumer<ClassBuilder> run, int scriptAt) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        type.withInterfaceSymbols(RunWriter.KERNEL);
        type.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_PUBLIC,
                Compiled::constructor);
        run.accept(type);
        if (!passages.isEmpty()) {
            PassageWriter.write(type, passages, operations, flat, scriptAt, scriptAt + 1);
        }
        for (Method method : methods) {
            type.withMethodBody(method.name(), method.type(), ClassFile.ACC_STATIC, method.code());
        }
    }

    /// Writes a constructor that does nothing.
    static void constructor(CodeBuilder code) {
        code.aload(0)
                .invokespecial(
                        ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_();
    }
}
