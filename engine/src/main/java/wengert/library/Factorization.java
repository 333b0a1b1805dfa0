package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Decompositions;
import wengert.ops.Determinants;
import wengert.ops.Diagonals;
import wengert.ops.Reductions;
import wengert.ops.Shapes;
import wengert.ops.Transposition;
import wengert.ops.Triangular;
import wengert.value.ArrayRef;
import wengert.value.Int64;
import wengert.value.Show;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// A matrix taken apart: `cholesky(A)`, `lu(A)`, `qr(A)`, `svd(A)`, `eigen(A)`. Its parts are computed when they
/// are asked for, each by an operation of its own, so that each can be differentiated.
public final class Factorization implements HasProperties, Sequence {

    /// Which one.
    ///
    /// The parts are those that `a, b = …` takes, in order, then the others.
    enum Form {
        CHOLESKY("Cholesky", 2, List.of("L", "U"), List.of("U")),
        LU("LU", 3, List.of("L", "U", "p", "P"), List.of("L", "U")),
        QR("LinearAlgebra.QRCompactWY", 2, List.of("Q", "R"), List.of("Q", "R")),
        SVD("SVD", 3, List.of("U", "S", "V", "Vt"), List.of("U", "S", "Vt")),
        EIGEN("Eigen", 2, List.of("values", "vectors"), List.of("values", "vectors"));

        private final String julia;
        private final int taken;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> parts;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> shown;

        Form(String julia, int taken, List<String> parts, List<String> shown) {
            this.julia = julia;
            this.taken = taken;
            this.parts = parts;
            this.shown = shown;
        }
    }

    private final Form form;
    private final Value matrix;
    private final Map<String, Value> computed = new HashMap<>();

    Factorization(Machine machine, Form form, Value matrix) {
        this.form = form;
        this.matrix = matrix;
        part(machine, form.parts.getFirst()); // now, so that it fails where it was asked for
        if (!(machine.whole(matrix) instanceof Tracked)) {
            form.shown.forEach(name -> part(machine, name));
        }
    }

    Value matrix() {
        return matrix;
    }

    @Override
    public List<String> properties() {
        return form.parts;
    }

    @Override
    public @Nullable Value property(Machine machine, String name) {
        return form.parts.contains(name) ? part(machine, name) : null;
    }

    private Value part(Machine m, String name) {
        Value known = computed.get(name);
        if (known == null) {
            known = compute(m, name);
            computed.put(name, known);
        }
        return known;
    }

    private Value compute(Machine m, String name) {
        return switch (form) {
            case CHOLESKY ->
                    name.equals("L")
                            ? wrapped(m, Kind.LOWER, m.apply(Decompositions.CHOLESKY, matrix))
                            : wrapped(m, Kind.UPPER, m.apply(Transposition.ADJOINT, part(m, "L")));
            case LU ->
                    switch (name) {
                        case "L" -> m.apply(Decompositions.LU_L, matrix);
                        case "U" -> m.apply(Decompositions.LU_U, matrix);
                        default -> permutation(m, name);
                    };
            case QR ->
                    m.apply(name.equals("Q") ? Decompositions.QR_Q : Decompositions.QR_R, matrix);
            case SVD ->
                    switch (name) {
                        case "U" -> m.apply(Decompositions.LEFT_VECTORS, matrix);
                        case "S" -> m.apply(Decompositions.SINGULAR_VALUES, matrix);
                        case "V" -> m.apply(Decompositions.RIGHT_VECTORS, matrix);
                        default -> m.apply(Transposition.ADJOINT, part(m, "V"));
                    };
            case EIGEN ->
                    name.equals("values")
                            ? MatrixFunctions.eigenvalues(m, matrix)
                            : MatrixFunctions.eigenvectors(m, matrix);
        };
    }

    private static Value wrapped(Machine m, Kind kind, Value x) {
        return m.apply(new Shapes.Wrap(kind), Applied.dense(m, x));
    }

    private Value permutation(Machine m, String name) {
        if (m.whole(matrix) instanceof Tracked tracked) {
            tracked.settle(Triangular.ROWS, List.of(tracked));
        }
        int[] order = Triangular.order(Read.content(m, matrix));
        int n = order.length;
        if (name.equals("p")) {
            long[] rows = new long[n];
            Arrays.setAll(rows, i -> order[i]);
            return new ArrayRef(Tensor.of(new int[] {n}, rows));
        }
        double[] ones = new double[n * n];
        for (int i = 0; i < n; i++) {
            ones[i + (order[i] - 1) * n] = 1;
        }
        return new ArrayRef(Tensor.of(new int[] {n, n}, ones));
    }

    /// `F \ b`
    Value solve(Machine m, Value b) {
        if (form != Form.CHOLESKY) {
            return MatrixFunctions.solve(m, matrix, b);
        }
        return MatrixFunctions.solve(m, part(m, "U"), MatrixFunctions.solve(m, part(m, "L"), b));
    }

    Value determinant(Machine m) {
        return form == Form.CHOLESKY
                ? m.apply(ScalarFunctions.operation("exp", 1), logDeterminant(m))
                : m.apply(Determinants.DET, matrix);
    }

    /// For a Cholesky factor twice the sum of the logarithms on its diagonal.
    Value logDeterminant(Machine m) {
        if (form != Form.CHOLESKY) {
            return m.apply(Determinants.LOGDET, matrix);
        }
        Value diagonal = m.apply(new Diagonals.Diag(0), part(m, "L"));
        if (!Read.isReal(m, diagonal)) {
            diagonal = m.broadcast(Library.base("real"), List.of(diagonal));
        }
        Value logarithms = m.apply(new Broadcast(ScalarFunctions.operation("log", 1)), diagonal);
        return m.apply(Operators.TIMES, Int64.of(2), m.apply(Reductions.Sum.ALL, logarithms));
    }

    @Override
    public Iterable<Value> elements(Machine machine) {
        var parts = new ArrayList<Value>();
        form.parts.subList(0, form.taken).forEach(name -> parts.add(part(machine, name)));
        return parts;
    }

    @Override
    public int[] size(Machine machine) {
        return new int[] {form.taken};
    }

    @Override
    public String show() {
        var text = new StringBuilder(Show.print(type()));
        for (String name : form.shown) {
            Value part = computed.get(name);
            if (part != null) {
                text.append("\n").append(title(name)).append(":\n").append(Show.text(part));
            }
        }
        return text.toString();
    }

    private static String title(String part) {
        return switch (part) {
            case "values", "vectors" -> part;
            case "S" -> "singular values";
            default -> part + " factor";
        };
    }

    @Override
    public Type type() {
        Type number = Types.FLOAT64;
        Type vector = Types.arrayOf(number, 1);
        Type square = Types.arrayOf(number, 2);
        return switch (form) {
            case CHOLESKY -> Type.of(form.julia, number, square);
            case LU -> Type.of(form.julia, number, square, Types.arrayOf(Types.INT64, 1));
            case QR -> Type.of(form.julia, number, square, square);
            case SVD, EIGEN -> Type.of(form.julia, number, number, square, vector);
        };
    }
}
