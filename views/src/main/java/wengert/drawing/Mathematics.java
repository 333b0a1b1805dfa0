package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import wengert.notation.Binding;
import wengert.notation.Notation;
import wengert.notation.Notation.Operator;
import wengert.notation.Unicode;

/// Sets notation in the fonts of the cards: fractions with their line, roots, powers, big operators.
///
/// It is meant for formulas of a few signs, of which a picture may have thousands: what comes out is text and lines,
/// not outlines. For the large formula of a step there is [Formula]. While an input is dragged, the same formulas are
/// wanted for each picture, and are not set again.
final class Mathematics {

    /// A piece that has been set.
    ///
    /// @param ascent how far it reaches above the base line
    /// @param descent how far below
    record Block(double width, double ascent, double descent, List<Piece> pieces) {
        Block {
            pieces = List.copyOf(pieces);
        }

        /// Adds the marks, the base line starting at (x, y).
        void paint(double x, double y, Colour colour, List<Mark> marks) {
            for (Piece piece : pieces) {
                marks.add(
                        switch (piece) {
                            case Letters(
                                            String text,
                                            Face face,
                                            double size,
                                            double dx,
                                            double dy) ->
                                    new Mark.Text(text, x + dx, y + dy, face, size, colour);
                            case Strokes(List<double[]> points, double width) -> {
                                Path.Builder path = null;
                                for (double[] p : points) {
                                    path =
                                            path == null
                                                    ? Path.from(x + p[0], y + p[1])
                                                    : path.line(x + p[0], y + p[1]);
                                }
                                yield new Mark.Line(
                                        (path == null ? Path.from(x, y) : path).path(),
                                        new Stroke(colour, width));
                            }
                        });
            }
        }

        private Block moved(double dx, double dy) {
            List<Piece> all = pieces.stream().map(piece -> piece.moved(dx, dy)).toList();
            return new Block(width, ascent - dy, descent + dy, all);
        }
    }

    /// Something to paint, relative to where the piece begins on its base line.
    sealed interface Piece {
        Piece moved(double dx, double dy);
    }

    record Letters(String text, Face face, double size, double x, double y) implements Piece {
        @Override
        public Piece moved(double dx, double dy) {
            return new Letters(text, face, size, x + dx, y + dy);
        }
    }

    record Strokes(List<double[]> points, double width) implements Piece {
        @Override
        public Piece moved(double dx, double dy) {
            return new Strokes(
                    points.stream().map(p -> new double[] {p[0] + dx, p[1] + dy}).toList(), width);
        }
    }

    /// The height of small letters' middle above the base line, where lines of fractions are; in em.
    private static final double AXIS = 0.3;

    private static final double ASCENT = 0.76;
    private static final double DESCENT = 0.22;
    private static final double SMALLER = 0.8;
    private static final double SMALLEST = 6.5;
    private static final int MOST_FORMULAS = 4000;

    private record Key(String before, Notation notation, Face face, double size) {}

    private static final Recent<Key, Block> FORMULAS = new Recent<>(MOST_FORMULAS);

    private final Face face;
    private final double size;

    private Mathematics(Face face, double size) {
        this.face = face;
        this.size = size;
    }

    static Block set(Notation notation, Face face, double size) {
        return new Mathematics(face, size).set(notation);
    }

    /// A line of text before it.
    static Block set(String before, Notation notation, Face face, double size) {
        return FORMULAS.get(new Key(before, notation, face, size), Mathematics::set);
    }

    private static Block set(Key key) {
        var setting = new Mathematics(key.face, key.size);
        return setting.row(setting.text(key.before), setting.set(key.notation));
    }

    static Block text(String text, Face face, double size) {
        return new Mathematics(face, size).text(text);
    }

    private Mathematics smaller() {
        return new Mathematics(face, Math.max(SMALLEST, SMALLER * size));
    }

    private Block set(Notation notation) {
        return switch (notation) {
            case Notation.Fraction(Notation above, Notation below) ->
                    fraction(smaller().set(above), smaller().set(below));
            case Notation.Partial(Notation of, Notation by) ->
                    fraction(smaller().partial(of), smaller().partial(by));
            case Notation.Power(Notation base, Notation exponent) ->
                    raised(within(base, Binding.ATOM), smaller().set(exponent));
            case Notation.Transpose(Notation of) ->
                    raised(within(of, Binding.ATOM), smaller().text("T"));
            case Notation.ConjugateTranspose(Notation of) ->
                    raised(within(of, Binding.ATOM), smaller().text("H"));
            case Notation.Inverse(Notation of) ->
                    raised(within(of, Binding.ATOM), smaller().text("−1"));
            case Notation.Root(Notation of, int degree) -> root(set(of), degree);
            case Notation.Delimited(String open, Notation inner, String close) ->
                    row(text(open), set(inner), text(close));
            case Notation.Big(String sign, String below, Notation body) -> big(sign, below, body);
            case Notation.Apply(String function, List<Notation> arguments) ->
                    function.isEmpty()
                            ? list(arguments)
                            : row(text(function + "("), list(arguments), text(")"));
            case Notation.Negative(Notation of) -> row(text("−"), within(of, Binding.PRODUCT));
            case Notation.Infix(Operator operator, List<Notation> operands) ->
                    infix(operator, operands);
            case Notation.Subscript(Notation of, List<Notation> indices) ->
                    endsLow(of)
                            // v₁[1, 2]: two lowered signs would run together
                            ? text(Unicode.text(notation))
                            : lowered(within(of, Binding.ATOM), smaller().list(indices));
            case Notation.Coloured(_, Notation inner) -> set(inner);
            case Notation.Reading(_, Notation shown) -> set(shown);
            case Notation.Symbol _,
                    Notation.Number _,
                    Notation.Words _,
                    Notation.Bold _,
                    Notation.Bar _,
                    Notation.Dot _,
                    Notation.Cases _,
                    Notation.Matrix _ ->
                    text(Unicode.text(notation));
        };
    }

    private Block partial(Notation of) {
        return row(text("∂"), within(of, Binding.ATOM));
    }

    private Block text(String text) {
        return new Block(
                Typesetter.width(text, face, size),
                ASCENT * size,
                DESCENT * size,
                List.of(new Letters(text, face, size, 0, 0)));
    }

    private Block row(Block... blocks) {
        double x = 0;
        double ascent = 0;
        double descent = 0;
        var pieces = new ArrayList<Piece>();
        for (Block block : blocks) {
            pieces.addAll(block.moved(x, 0).pieces());
            x += block.width();
            ascent = Math.max(ascent, block.ascent());
            descent = Math.max(descent, block.descent());
        }
        return new Block(x, ascent, descent, pieces);
    }

    private Block list(List<Notation> parts) {
        var blocks = new ArrayList<Block>();
        for (Notation part : parts) {
            if (!blocks.isEmpty()) {
                blocks.add(text(", "));
            }
            blocks.add(set(part));
        }
        return row(blocks.toArray(Block[]::new));
    }

    private Block within(Notation notation, Binding least) {
        Block block = set(notation);
        return binding(notation).compareTo(least) < 0 ? bracketed(block) : block;
    }

    /// A fraction with its line, and a root under its own, stand for themselves.
    private static Binding binding(Notation notation) {
        Notation bare = Binding.bare(notation);
        boolean standing = bare instanceof Notation.Fraction || bare instanceof Notation.Root;
        return standing ? Binding.ROOT : Binding.of(bare);
    }

    private Block bracketed(Block block) {
        return row(text("("), block, text(")"));
    }

    private Block infix(Operator operator, List<Notation> operands) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < operands.size(); i++) {
            Notation operand = operands.get(i);
            boolean standing = binding(operand) == Binding.ROOT;
            boolean brackets =
                    operands.size() > 1 && !standing && Binding.needsBrackets(operator, operand, i);
            if (i > 0) {
                blocks.add(between(operator, operands.get(i - 1), operand));
            }
            blocks.add(brackets ? bracketed(set(operand)) : set(operand));
        }
        return row(blocks.toArray(Block[]::new));
    }

    /// A number before a letter is written as in the program: `2x`.
    private Block between(Operator operator, Notation left, Notation right) {
        boolean close =
                operator == Operator.TIMES
                        && Binding.bare(left) instanceof Notation.Number
                        && !(Binding.bare(right) instanceof Notation.Number);
        return close ? row() : text(" " + operator.sign() + " ");
    }

    private Block fraction(Block top, Block bottom) {
        double gap = 0.11 * size;
        double width = Math.max(top.width(), bottom.width()) + 0.3 * size;
        double axis = -AXIS * size;
        var pieces = new ArrayList<Piece>();
        Block high = top.moved((width - top.width()) / 2, axis - gap - top.descent());
        Block low = bottom.moved((width - bottom.width()) / 2, axis + gap + bottom.ascent());
        pieces.addAll(high.pieces());
        pieces.addAll(low.pieces());
        pieces.add(line(0.05 * size, axis, width - 0.05 * size, axis));
        return new Block(width, high.ascent(), low.descent(), pieces);
    }

    private Strokes line(double x1, double y1, double x2, double y2) {
        return new Strokes(
                List.of(new double[] {x1, y1}, new double[] {x2, y2}), Math.max(0.8, 0.07 * size));
    }

    private Block raised(Block base, Block exponent) {
        double up = Math.max(0.36 * size, base.ascent() - 0.55 * exponent.ascent());
        return row(base, exponent.moved(0, -up));
    }

    private static boolean endsLow(Notation of) {
        String text = Unicode.text(of);
        return !text.isEmpty() && "₀₁₂₃₄₅₆₇₈₉".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private Block lowered(Block base, Block index) {
        return row(base, index.moved(0, 0.2 * size));
    }

    private Block root(Block under, int degree) {
        double top = -under.ascent() - 0.08 * size;
        double hook = 0.52 * size;
        double bottom = under.descent() * 0.6;
        var pieces = new ArrayList<Piece>();
        pieces.add(
                new Strokes(
                        List.of(
                                new double[] {0.04 * size, -0.3 * size},
                                new double[] {0.16 * size, -0.36 * size},
                                new double[] {0.3 * size, bottom},
                                new double[] {hook, top},
                                new double[] {hook + under.width() + 0.1 * size, top}),
                        Math.max(0.8, 0.08 * size)));
        if (degree != 2) {
            Mathematics small = new Mathematics(face, Math.max(5.5, 0.55 * size));
            pieces.addAll(small.text(Integer.toString(degree)).moved(0, -0.5 * size).pieces());
        }
        pieces.addAll(under.moved(hook + 0.06 * size, 0).pieces());
        return new Block(
                hook + under.width() + 0.14 * size,
                under.ascent() + 0.14 * size,
                under.descent(),
                pieces);
    }

    private Block big(String sign, String below, Notation body) {
        Block operator = text(sign);
        Block named = below.isEmpty() ? operator : lowered(operator, smaller().text(below));
        return row(named, text(" "), within(body, Binding.PREFIX));
    }
}
