package wengert.syntax;

/// What surrounds an expression and changes how it reads.
///
/// @param ranges whether `:` makes a range; not between the `?` and the `:` of a choice
/// @param spaceSeparates whether a space ends an element, as in `[1 -2]` and after `@show`
/// @param generators whether `for` makes a generator
/// @param endIsName whether `end` and `begin` are names, as in an index
/// @param newlinesIgnored whether a line's end is like any space, as in parentheses
/// @param wheres whether `where` belongs to the expression
record Context(
        boolean ranges,
        boolean spaceSeparates,
        boolean generators,
        boolean endIsName,
        boolean newlinesIgnored,
        boolean wheres) {

    /// A statement on its own.
    static final Context STATEMENT = new Context(true, false, false, false, false, true);

    /// Inside parentheses, and anywhere else that elements are separated by commas.
    Context commaSeparated() {
        return new Context(true, false, generators, endIsName, true, true);
    }

    /// Inside the parentheses of a call.
    Context arguments() {
        return new Context(true, false, true, endIsName, true, true);
    }

    /// Inside square brackets.
    Context matrix() {
        return new Context(true, true, true, endIsName, false, true);
    }

    Context index() {
        return new Context(ranges, spaceSeparates, generators, true, newlinesIgnored, wheres);
    }

    Context comprehension() {
        return new Context(ranges, false, generators, false, true, wheres);
    }

    Context macroArguments() {
        return new Context(ranges, true, generators, endIsName, false, wheres);
    }

    Context withoutRanges() {
        return new Context(false, spaceSeparates, generators, endIsName, newlinesIgnored, wheres);
    }

    Context withoutWheres() {
        return new Context(ranges, spaceSeparates, generators, endIsName, newlinesIgnored, false);
    }

    Context quoted() {
        return new Context(ranges, spaceSeparates, generators, false, newlinesIgnored, wheres);
    }
}
