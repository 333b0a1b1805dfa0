package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// Reads arrays written as rows and columns: `[a b; c d]`, with line ends for rows, and `[a;; b]`.
final class Matrix {

    private enum Separator {
        COLUMN,
        ROW,
        /// `;;`: what comes next stands to the right of all rows so far.
        BLOCK,
        END
    }

    private final Parser parser;
    private final TokenStream tokens;
    private final @Nullable Expr type;
    private final int start;
    private final Token opener;

    private final List<Expr> blocks = new ArrayList<>();
    private List<List<Expr>> rows = new ArrayList<>();
    private List<Expr> row = new ArrayList<>();
    private boolean spaces;
    private boolean doubled;

    /// @param type the element type before the brackets, if any
    Matrix(Parser parser, @Nullable Expr type, int start, Token opener) {
        this.parser = parser;
        this.tokens = parser.tokens;
        this.type = type;
        this.start = start;
        this.opener = opener;
    }

    /// The whole array, its first element having been read.
    Expr read(Expr first) {
        row.add(first);
        for (Separator separator = separator();
                separator != Separator.END;
                separator = separator()) {
            if (separator != Separator.COLUMN) {
                endRow();
            }
            if (separator == Separator.BLOCK) {
                endBlock();
            }
            if (tokens.atCloser()) {
                break;
            }
            row.add(parser.brackets.element());
        }
        parser.close(opener);
        endRow();
        Span span = tokens.from(start);
        if (blocks.isEmpty()) {
            return new Expr.Concatenation(type, rows, span);
        }
        endBlock();
        if (blocks.size() == 1) {
            throw SyntaxError.at(span, "a `;;` needs an array on both of its sides");
        }
        return new Expr.Concatenation(type, List.of(blocks), span);
    }

    private void endRow() {
        if (!row.isEmpty()) {
            rows.add(row);
            row = new ArrayList<>();
        }
    }

    private void endBlock() {
        if (rows.isEmpty()) {
            return;
        }
        Expr first = rows.getFirst().getFirst();
        boolean single = rows.size() == 1 && rows.getFirst().size() == 1;
        Span span = first.span().to(rows.getLast().getLast().span());
        blocks.add(single ? first : new Expr.Concatenation(null, rows, span));
        rows = new ArrayList<>();
    }

    private Separator separator() {
        Token next = tokens.peekPastNewlines();
        if (next.is(";")) {
            tokens.skipNewlines();
            return semicolons(next);
        }
        if (tokens.at(Kind.NEWLINE)) {
            tokens.skipNewlines();
            return Separator.ROW;
        }
        if (next.is(",")) {
            throw SyntaxError.at(
                    next.span(),
                    "unexpected `,` in the row of a matrix",
                    "separate the elements of a row by spaces, or all elements by commas");
        }
        if (!next.spaced() || tokens.isCloser(next)) {
            return Separator.END;
        }
        spaces = true;
        return mixed(Separator.COLUMN);
    }

    private Separator semicolons(Token first) {
        int count = 0;
        while (tokens.at(";") && (count == 0 || !tokens.peek().spaced())) {
            tokens.next();
            count++;
        }
        boolean lineEnd = tokens.at(Kind.NEWLINE);
        tokens.skipNewlines();
        if (count == 1) {
            return Separator.ROW;
        }
        if (count > 2) {
            throw SyntaxError.at(
                    tokens.from(first.start()),
                    "arrays of more than two dimensions cannot be written with `;;;`",
                    "use `cat(a, b; dims=3)`");
        }
        if (spaces && lineEnd) {
            return Separator.COLUMN; // the row goes on in the next line
        }
        doubled = true;
        return mixed(Separator.BLOCK);
    }

    private Separator mixed(Separator separator) {
        if (spaces && doubled) {
            throw SyntaxError.at(
                    tokens.peek().span(), "spaces and `;;` cannot separate columns of one array");
        }
        return separator;
    }
}
