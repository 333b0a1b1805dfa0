package wengert.syntax;

import java.util.List;
import java.util.Set;

/// The words that belong to the language and can name nothing else.
public final class Keywords {

    /// Every keyword, in alphabetical order, as completion offers them.
    public static final List<String> ALL =
            List.of(
                    "abstract type",
                    "begin",
                    "break",
                    "catch",
                    "const",
                    "continue",
                    "do",
                    "else",
                    "elseif",
                    "end",
                    "export",
                    "false",
                    "finally",
                    "for",
                    "function",
                    "global",
                    "if",
                    "import",
                    "in",
                    "isa",
                    "let",
                    "local",
                    "mutable struct",
                    "return",
                    "struct",
                    "true",
                    "try",
                    "using",
                    "where",
                    "while");

    /// The reserved words of Julia, also those whose constructs we do not have.
    static final Set<String> RESERVED =
            Set.of(
                    "baremodule",
                    "begin",
                    "break",
                    "catch",
                    "const",
                    "continue",
                    "do",
                    "else",
                    "elseif",
                    "end",
                    "export",
                    "finally",
                    "for",
                    "function",
                    "global",
                    "if",
                    "import",
                    "in",
                    "isa",
                    "let",
                    "local",
                    "macro",
                    "module",
                    "quote",
                    "return",
                    "struct",
                    "try",
                    "using",
                    "where",
                    "while");

    /// Words that begin a statement or a block.
    static final Set<String> INITIAL =
            Set.of(
                    "baremodule",
                    "begin",
                    "break",
                    "const",
                    "continue",
                    "do",
                    "export",
                    "for",
                    "function",
                    "global",
                    "if",
                    "import",
                    "let",
                    "local",
                    "macro",
                    "module",
                    "quote",
                    "return",
                    "struct",
                    "try",
                    "using",
                    "while");

    /// Words that end a block or begin its next part.
    static final Set<String> CLOSING = Set.of("catch", "else", "elseif", "end", "finally");

    private Keywords() {}
}
