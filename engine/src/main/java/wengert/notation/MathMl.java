package wengert.notation;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import wengert.notation.Notation.Operator;

/// Notation as MathML, which browsers typeset and screen readers read out.
///
/// What has a role gets it as its class: `adjoint`.
public final class MathMl {

    private static final List<String> TALL =
            List.of("<mfrac", "<mtable", "<munder", "<msqrt", "<mroot");

    private MathMl() {}

    /// An element, or several in a row.
    public static String text(Notation notation) {
        return switch (notation) {
            case Notation.Symbol(String name) -> symbol(name, "");
            case Notation.Number(String text) -> number(text);
            case Notation.Words(String text) -> "<mtext>" + escaped(text) + "</mtext>";
            case Notation.Bold(String letter, String index) ->
                    "<msub><mi mathvariant=\"normal\" style=\"font-weight:bold\">%s</mi><mtext>%s</mtext></msub>"
                            .formatted(escaped(letter), escaped(index));
            case Notation.Bar(Notation of) -> marked(of, "¯");
            case Notation.Dot(Notation of) -> marked(of, "˙");
            case Notation.Apply(String function, List<Notation> arguments) ->
                    function.isEmpty()
                            ? row(list(arguments))
                            : row(
                                    "<mi>"
                                            + escaped(function)
                                            + "</mi>"
                                            + tight("\u2061")
                                            + brackets(list(arguments)));
            case Notation.Infix(Operator operator, List<Notation> operands) ->
                    infix(operator, operands);
            case Notation.Negative(Notation of) -> row(sign("−") + within(of, Binding.PRODUCT));
            case Notation.Fraction(Notation numerator, Notation denominator) ->
                    "<mfrac>" + one(numerator) + one(denominator) + "</mfrac>";
            case Notation.Power(Notation base, Notation exponent) -> raised(base, one(exponent));
            case Notation.Root(Notation of, int degree) ->
                    degree == 2
                            ? "<msqrt>" + text(of) + "</msqrt>"
                            : "<mroot>" + one(of) + "<mn>" + degree + "</mn></mroot>";
            case Notation.Transpose(Notation of) -> raised(of, "<mi mathvariant=\"normal\">T</mi>");
            case Notation.ConjugateTranspose(Notation of) ->
                    raised(of, "<mi mathvariant=\"normal\">H</mi>");
            case Notation.Inverse(Notation of) -> raised(of, row(sign("−") + "<mn>1</mn>"));
            case Notation.Delimited(String open, Notation inner, String close) ->
                    row(fenced(open, text(inner), close));
            case Notation.Subscript(Notation of, List<Notation> indices) ->
                    "<msub>" + row(within(of, Binding.ATOM)) + row(list(indices)) + "</msub>";
            case Notation.Big(String sign, String below, Notation body) ->
                    row(
                            (below.isEmpty()
                                            ? sign(sign)
                                            : "<munder>"
                                                    + sign(sign)
                                                    + "<mtext>"
                                                    + escaped(below)
                                                    + "</mtext></munder>")
                                    + within(body, Binding.PREFIX));
            case Notation.Partial(Notation of, Notation by) ->
                    "<mfrac>" + row(partial(of)) + row(partial(by)) + "</mfrac>";
            case Notation.Cases(Notation condition, Notation yes, Notation no) ->
                    row(
                            sign("{")
                                    + "<mtable columnalign=\"left\">"
                                    + cases(yes, "if ", text(condition))
                                    + cases(no, "otherwise", "")
                                    + "</mtable>");
            case Notation.Matrix(List<List<Notation>> rows) -> matrix(rows);
            case Notation.Reading(_, Notation shown) -> text(shown);
            case Notation.Coloured(Notation.Role role, Notation inner) ->
                    "<mrow class=\"%s\">%s</mrow>"
                            .formatted(role.name().toLowerCase(Locale.ROOT), text(inner));
        };
    }

    private static String row(String content) {
        return "<mrow>" + content + "</mrow>";
    }

    /// As one element, where a place takes no more.
    private static String one(Notation notation) {
        return row(text(notation));
    }

    private static String sign(String sign) {
        return "<mo>" + escaped(sign) + "</mo>";
    }

    /// A sign without room around it, for browsers give some to one that stands between others.
    private static String tight(String sign) {
        return "<mo lspace=\"0\" rspace=\"0\">" + escaped(sign) + "</mo>";
    }

    /// Around something tall a fence grows. Elsewhere it is kept from growing, for browsers leave it as much room as if it
    /// had.
    private static String fenced(String open, String content, String close) {
        boolean tall = TALL.stream().anyMatch(content::contains);
        return fence("prefix", open, tall) + content + fence("postfix", close, tall);
    }

    private static String fence(String form, String sign, boolean grows) {
        return "<mo form=\"%s\" stretchy=\"%s\" lspace=\"0\" rspace=\"0\">%s</mo>"
                .formatted(form, grows, escaped(sign));
    }

    private static String brackets(String content) {
        return fenced("(", content, ")");
    }

    /// The name of a function keeps away from its ∂; it would be read as one word with it.
    private static String partial(Notation of) {
        boolean named =
                Binding.bare(of) instanceof Notation.Apply(String function, _)
                        && !function.isEmpty();
        String room = named ? "<mspace width=\"0.17em\"/>" : "";
        return tight("∂") + room + within(of, Binding.ATOM);
    }

    private static String list(List<Notation> parts) {
        return parts.stream().map(MathMl::one).collect(joining(sign(",")));
    }

    private static String within(Notation notation, Binding least) {
        String text = text(notation);
        return binding(notation).compareTo(least) < 0 ? brackets(text) : text;
    }

    /// As in LaTeX, fractions stand for themselves.
    private static Binding binding(Notation notation) {
        Notation bare = Binding.bare(notation);
        boolean standing = bare instanceof Notation.Fraction || bare instanceof Notation.Partial;
        return standing ? Binding.ROOT : Binding.of(bare);
    }

    private static String raised(Notation base, String exponent) {
        return "<msup>" + row(within(base, Binding.ATOM)) + exponent + "</msup>";
    }

    private static String infix(Operator operator, List<Notation> operands) {
        var content = new StringBuilder();
        for (int i = 0; i < operands.size(); i++) {
            Notation operand = operands.get(i);
            boolean bracketed =
                    operands.size() > 1
                            && binding(operand) != Binding.ROOT
                            && Binding.needsBrackets(operator, operand, i);
            content.append(i == 0 ? "" : sign(operator.sign()));
            content.append(bracketed ? brackets(text(operand)) : text(operand));
        }
        return row(content.toString());
    }

    private static String cases(Notation value, String words, String condition) {
        return "<mtr><mtd>"
                + text(value)
                + "</mtd><mtd><mtext>"
                + words
                + "</mtext>"
                + condition
                + "</mtd></mtr>";
    }

    private static String matrix(List<List<Notation>> rows) {
        return row(
                sign("[")
                        + rows.stream()
                                .map(row ->
                                        row.stream()
                                                .map(cell -> "<mtd>" + text(cell) + "</mtd>")
                                                .collect(joining("", "<mtr>", "</mtr>")))
                                .collect(joining("", "<mtable>", "</mtable>"))
                        + sign("]"));
    }

    /// Numbers and arrays as they are shown. Arrays are numbers, too: beside text the signs of operations lose their room.
    private static String number(String text) {
        return "<mn>" + escaped(text.replace('-', '−')).replace(' ', '\u00a0') + "</mn>";
    }

    private static String marked(Notation of, String mark) {
        return switch (of) {
            case Notation.Symbol(String name) -> symbol(name, mark);
            case Notation.Subscript(Notation base, List<Notation> indices) ->
                    "<msub>" + row(marked(base, mark)) + row(list(indices)) + "</msub>";
            case Notation.Coloured(Notation.Role role, Notation inner) ->
                    "<mrow class=\"%s\">%s</mrow>"
                            .formatted(role.name().toLowerCase(Locale.ROOT), marked(inner, mark));
            case Notation other -> over(one(other), mark);
        };
    }

    private static String over(String element, String mark) {
        return "<mover>" + element + "<mo stretchy=\"false\">" + mark + "</mo></mover>";
    }

    private static String symbol(String text, String mark) {
        Name name = Name.of(text);
        String letters = "<mi>" + escaped(name.letters()) + "</mi>";
        String marked = mark.isEmpty() ? letters : over(letters, mark);
        String primes = name.primes().isEmpty() ? "" : "<mo>" + escaped(name.primes()) + "</mo>";
        if (name.index().isEmpty()) {
            return primes.isEmpty() ? marked : "<msup>" + marked + primes + "</msup>";
        }
        boolean digits = name.index().chars().allMatch(Character::isDigit);
        String kind = digits ? "mn" : "mi";
        String index = "<" + kind + ">" + escaped(name.index()) + "</" + kind + ">";
        return primes.isEmpty()
                ? "<msub>" + marked + index + "</msub>"
                : "<msubsup>" + marked + index + primes + "</msubsup>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
