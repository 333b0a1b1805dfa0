package wengert.library;

import java.util.function.IntPredicate;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Int64;
import wengert.value.Text;

/// Questions about characters.
final class Characters {

    private Characters() {}

    static void declare(Catalog base) {
        tested(base, "isdigit", "whether it is one of 0 to 9", c -> c >= '0' && c <= '9');
        tested(base, "isletter", "whether it is a letter", Character::isLetter);
        tested(base, "isuppercase", "whether it is a capital letter", Character::isUpperCase);
        tested(base, "islowercase", "whether it is a small letter", Character::isLowerCase);
        tested(
                base,
                "isspace",
                "whether it is a space or a line break",
                c -> Character.isWhitespace(c) || c == 0xa0);
        tested(
                base,
                "ispunct",
                "whether it is a punctuation mark",
                c -> {
                    int kind = Character.getType(c);
                    return kind >= Character.DASH_PUNCTUATION
                            && kind <= Character.OTHER_PUNCTUATION;
                });
        tested(base, "isascii", "whether it is one of the first 128 characters", c -> c < 128);
        base.function(
                "codepoint(c)",
                "the number of a character",
                (m, c) -> {
                    if (!(c instanceof Char(int point))) {
                        throw new Unfit(c, "it takes characters");
                    }
                    return Int64.of(point);
                });
    }

    private static void tested(Catalog base, String name, String summary, IntPredicate test) {
        base.function(
                name + "(c)",
                summary,
                (m, c) -> {
                    if (!(c instanceof Char(int point))) {
                        if (name.equals("isascii") && c instanceof Text(String text)) {
                            return Bool.of(text.codePoints().allMatch(test));
                        }
                        throw new Unfit(
                                c,
                                "it takes characters",
                                "`all(" + name + ", text)` asks every character of a string");
                    }
                    return Bool.of(test.test(point));
                });
    }
}
