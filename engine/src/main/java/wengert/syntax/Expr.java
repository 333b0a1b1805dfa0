package wengert.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;

/// An expression as the user wrote it. Nothing here has been looked up or computed yet.
///
/// Everything in Julia is an expression; statements are expressions whose value is rarely used.
/// Lists are in source order.
public sealed interface Expr {

    /// Where the expression stands in the source, for diagnostics and for highlighting.
    Span span();

    // ---- leaves

    /// An integer that fits 64 bits; `bits` is 64 (decimal), or that of an unsigned `0xff`, `0b1`.
    record IntLiteral(long value, boolean unsigned, int bits, Span span) implements Expr {}

    /// An integer literal too large for Int64 (Julia: Int128 or BigInt), kept as its digits.
    record BigLiteral(String digits, Span span) implements Expr {}

    record FloatLiteral(double value, Span span) implements Expr {}

    /// `1f0`
    record Float32Literal(float value, Span span) implements Expr {}

    record BoolLiteral(boolean value, Span span) implements Expr {}

    /// A character, as its code point.
    record CharLiteral(int value, Span span) implements Expr {}

    /// A string: literal pieces as [StringPiece], interpolations as any other expression.
    record StringLiteral(List<Expr> parts, Span span) implements Expr {
        public StringLiteral {
            parts = List.copyOf(parts);
        }
    }

    /// The literal text between two interpolations, escapes resolved.
    record StringPiece(String text, Span span) implements Expr {}

    /// `:name`
    record SymbolLiteral(String name, Span span) implements Expr {}

    /// A variable. Operators used as values (`+`, `map(*, …)`) are names too, and so are `end` and
    /// `begin` inside an index, and `π`.
    record Name(String text, Span span) implements Expr {}

    /// `:` alone, as an index.
    record Colon(Span span) implements Expr {}

    // ---- calls and operators

    /// A call, including the operators: `a + b` is a call of the name `+`, `x'` of the name `'`,
    /// `a:b:c` of the name `:`, `-x` of `-`, juxtaposition `2x` of `*` (with an empty span). As in Julia,
    /// `a + b + c` and `a * b * c` are one call with all operands, and `-2` is a literal.
    ///
    /// @param arguments positional arguments; a [Splat] stands for several
    /// @param keywords `k = v` and `; k = v`; a [Splat] among them spreads a named tuple
    record Call(Expr function, List<Expr> arguments, List<Expr> keywords, Span span)
            implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
            keywords = List.copyOf(keywords);
        }
    }

    /// A broadcast call: `f.(x, y)` with the function itself, or `x .+ y` with the name `+` (no dot).
    record DotCall(Expr function, List<Expr> arguments, List<Expr> keywords, Span span)
            implements Expr {
        public DotCall {
            arguments = List.copyOf(arguments);
            keywords = List.copyOf(keywords);
        }
    }

    /// `name = value` among the keywords of a call, or as an entry of a named tuple.
    record Keyword(String name, Expr value, Span span) implements Expr {}

    /// `x...`
    record Splat(Expr value, Span span) implements Expr {}

    /// A chain of two or more comparisons, `a < b <= c`: operands one more than operators. A single
    /// comparison is a [Call]. A dotted operator is written with its dot, `.<`.
    record Comparison(List<Expr> operands, List<String> operators, Span span) implements Expr {
        public Comparison {
            operands = List.copyOf(operands);
            operators = List.copyOf(operators);
        }
    }

    record And(Expr left, Expr right, Span span) implements Expr {}

    record Or(Expr left, Expr right, Span span) implements Expr {}

    /// `condition ? yes : no`
    record Choice(Expr condition, Expr yes, Expr no, Span span) implements Expr {}

    /// `target[arguments]`
    record Index(Expr target, List<Expr> arguments, Span span) implements Expr {
        public Index {
            arguments = List.copyOf(arguments);
        }
    }

    /// `target.name`
    record Field(Expr target, String name, Span span) implements Expr {}

    /// `T{A, B}`
    record Curly(Expr type, List<Expr> parameters, Span span) implements Expr {
        public Curly {
            parameters = List.copyOf(parameters);
        }
    }

    /// `value::type`; `value` is null for `::type` in a parameter list or `::typeof(f)`.
    record Typed(@Nullable Expr value, Expr type, Span span) implements Expr {}

    /// `type where T`, `type where {T <: A, S}`; the signature of a function keeps its own.
    record Where(Expr type, List<Expr> parameters, Span span) implements Expr {
        public Where {
            parameters = List.copyOf(parameters);
        }
    }

    // ---- collections

    record Tuple(List<Expr> elements, Span span) implements Expr {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /// `(a = 1, b = 2)` and `(; a, b)`: entries are [Keyword]s, or a [Splat], or a [Name] standing for itself.
    record NamedTuple(List<Expr> entries, Span span) implements Expr {
        public NamedTuple {
            entries = List.copyOf(entries);
        }
    }

    /// `[a, b]`, or `T[a, b]` with its element type.
    record Vector(@Nullable Expr type, List<Expr> elements, Span span) implements Expr {
        public Vector {
            elements = List.copyOf(elements);
        }
    }

    /// `[a b; c d]`: rows of elements that are concatenated, or `T[a b; c d]`. `[a b]` is one row,
    /// `[a; b]` is rows of one element each.
    record Concatenation(@Nullable Expr type, List<List<Expr>> rows, Span span) implements Expr {
        public Concatenation {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// `[body for … if …]`, or `T[body for …]`.
    record Comprehension(@Nullable Expr type, Generator generator, Span span) implements Expr {}

    /// `body for a in A, b in B if condition`; further `for`s nest: `loops` has one entry for each
    /// `for`, the outermost first, and each entry may have a filter.
    record Generator(Expr body, List<Loops> loops, Span span) implements Expr {
        public Generator {
            loops = List.copyOf(loops);
        }
    }

    /// The ranges of one `for` of a generator, and its filter.
    record Loops(List<Range> ranges, @Nullable Expr filter) {
        public Loops {
            ranges = List.copyOf(ranges);
        }
    }

    /// `variable in values`, also written with `=` or `∈`; `variable` is a [Name] or a [Tuple] of them.
    record Range(Expr variable, Expr values, Span span) {}

    // ---- blocks and control flow

    /// Statements one after the other; the value is the last one's. `begin … end`, `(a; b)`, and bodies.
    record Block(List<Expr> statements, Span span) implements Expr {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /// `if`/`elseif`/`else`: the branches in order, and the `else` body.
    record If(List<Branch> branches, @Nullable Expr otherwise, Span span) implements Expr {
        public If {
            branches = List.copyOf(branches);
        }
    }

    record Branch(Expr condition, Expr body) {}

    record While(Expr condition, Expr body, Span span) implements Expr {}

    /// `for a in A, b in B … end`
    record For(List<Range> ranges, Expr body, Span span) implements Expr {
        public For {
            ranges = List.copyOf(ranges);
        }
    }

    /// `let a = 1, b … end`; bindings are [Assign]s or [Name]s.
    record Let(List<Expr> bindings, Expr body, Span span) implements Expr {
        public Let {
            bindings = List.copyOf(bindings);
        }
    }

    /// `try … catch name … else … finally … end`
    record Try(
            Expr body,
            @Nullable String name,
            @Nullable Expr handler,
            @Nullable Expr otherwise,
            @Nullable Expr cleanup,
            Span span)
            implements Expr {}

    record Return(@Nullable Expr value, Span span) implements Expr {}

    record Break(Span span) implements Expr {}

    record Continue(Span span) implements Expr {}

    // ---- definitions

    /// `target = value`; `target` is a [Name], [Index], [Field], [Tuple] of such targets (with a [Splat]
    /// for the rest), [NamedTuple] (`(; a, b) = …`), [Typed], or [Curly] (`A{T} = …`).
    record Assign(Expr target, Expr value, Span span) implements Expr {}

    /// `target += value`, operator `+`; dotted (`.+=`) broadcasts in place, and `.=` has the operator "".
    record Update(Expr target, String operator, boolean dotted, Expr value, Span span)
            implements Expr {}

    /// `f(x) = …`, `function f(x) … end`; also `(p::Point)(x) = …` and `M.f(x) = …`.
    ///
    /// @param name what is defined: a [Name], a [Field] (`ChainRulesCore.rrule`), a [Curly] (the
    ///     constructor `P{T}`), or a [Typed] for a callable object; null for `function (x) … end`
    record FunctionDefinition(
            @Nullable Expr name,
            List<Parameter> parameters,
            List<Parameter> keywords,
            List<Expr> where,
            @Nullable Expr returnType,
            Expr body,
            Span span)
            implements Expr {
        public FunctionDefinition {
            parameters = List.copyOf(parameters);
            keywords = List.copyOf(keywords);
            where = List.copyOf(where);
        }
    }

    /// `function f end`: a function without methods yet.
    record FunctionDeclaration(Expr name, Span span) implements Expr {}

    /// `x -> …`, `(x, y) -> …`, and the body of a `do` block.
    record Lambda(List<Parameter> parameters, List<Parameter> keywords, Expr body, Span span)
            implements Expr {
        public Lambda {
            parameters = List.copyOf(parameters);
            keywords = List.copyOf(keywords);
        }
    }

    /// One parameter of a function.
    ///
    /// @param pattern a [Name], or a [Tuple] of patterns that is taken apart, or null for `::T` alone
    /// @param type the declared type, if any
    /// @param initial the default value, if any
    /// @param rest whether it takes all further arguments: `xs...`
    record Parameter(
            @Nullable Expr pattern,
            @Nullable Expr type,
            @Nullable Expr initial,
            boolean rest,
            Span span) {}

    /// `struct P{T} <: S … end`; fields with their types, and inner constructors.
    record StructDefinition(
            String name,
            List<Expr> parameters,
            @Nullable Expr supertype,
            boolean mutable,
            List<Parameter> fields,
            List<Expr> constructors,
            Span span)
            implements Expr {
        public StructDefinition {
            parameters = List.copyOf(parameters);
            fields = List.copyOf(fields);
            constructors = List.copyOf(constructors);
        }
    }

    /// `abstract type A <: B end`
    record AbstractDefinition(
            String name, List<Expr> parameters, @Nullable Expr supertype, Span span)
            implements Expr {
        public AbstractDefinition {
            parameters = List.copyOf(parameters);
        }
    }

    /// `local x`, `global x = 1`, `const c = 2`; the declared things are [Name]s, [Typed]s, or one
    /// [Assign], [Update] or [FunctionDefinition].
    record Declaration(Kind kind, List<Expr> declared, Span span) implements Expr {
        public Declaration {
            declared = List.copyOf(declared);
        }

        public enum Kind {
            LOCAL,
            GLOBAL,
            CONST
        }
    }

    /// `using A, B.C`, `import A: x, y`; each entry one module path with the names asked for.
    record Using(boolean importing, List<Import> imports, Span span) implements Expr {
        public Using {
            imports = List.copyOf(imports);
        }
    }

    /// `export a, b`
    record Export(List<String> names, Span span) implements Expr {
        public Export {
            names = List.copyOf(names);
        }
    }

    /// One module of a `using` or `import`: its path, the names after the colon (empty for all), and
    /// each name's or the module's alias (`as`).
    record Import(List<String> path, @Nullable String alias, List<ImportedName> names, Span span) {
        public Import {
            path = List.copyOf(path);
            names = List.copyOf(names);
        }
    }

    record ImportedName(String name, @Nullable String alias, Span span) {}

    /// `@name arguments`, also `@Module.name`; the name without the `@`, a path joined by dots.
    record MacroCall(String name, List<Expr> arguments, Span span) implements Expr {
        public MacroCall {
            arguments = List.copyOf(arguments);
        }
    }
}
