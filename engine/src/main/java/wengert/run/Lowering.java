package wengert.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Show;
import wengert.value.Subtypes;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Resolves names and turns a tree into [Code] that can be run.
///
/// This part knows the leaves, the operators with a meaning of their own and the collections; [LowerCalls],
/// [LowerOperators], [LowerArrays], [LowerControl], [LowerLoops], [LowerTargets], [LowerDefinitions], [LowerSignatures] and
/// [LowerTypes] know the rest.
final class Lowering {

    private final Interpreter machine;
    private final LowerCalls calls;
    private final LowerArrays arrays;
    private final LowerControl control;
    private final LowerTargets targets;
    private final LowerDefinitions definitions;
    private final LowerLoops loops;
    private final LowerSignatures signatures;
    private final LowerOperators operators;
    private final LowerTypes types;

    Lowering(Interpreter machine) {
        this.machine = machine;
        this.calls = new LowerCalls(this, machine);
        this.arrays = new LowerArrays(this);
        this.control = new LowerControl(this, machine);
        this.targets = new LowerTargets(this, machine);
        this.definitions = new LowerDefinitions(this, machine);
        this.loops = new LowerLoops(this);
        this.signatures = new LowerSignatures(this);
        this.operators = new LowerOperators(this, machine);
        this.types = new LowerTypes(this, signatures, machine);
    }

    LowerCalls calls() {
        return calls;
    }

    LowerControl control() {
        return control;
    }

    LowerTargets targets() {
        return targets;
    }

    LowerDefinitions definitions() {
        return definitions;
    }

    LowerLoops loops() {
        return loops;
    }

    LowerSignatures signatures() {
        return signatures;
    }

    LowerOperators operators() {
        return operators;
    }

    List<Code> lower(List<? extends Expr> exprs, Scope scope) {
        var codes = new ArrayList<Code>(exprs.size());
        for (Expr expr : exprs) {
            codes.add(lower(expr, scope));
        }
        return codes;
    }

    Code lower(Expr expr, Scope scope) {
        return switch (expr) {
            case Expr.IntLiteral(long value, boolean unsigned, int bits, Span span) ->
                    constant(unsigned ? unsigned(value, bits) : Int64.of(value), span);
            case Expr.BigLiteral(String digits, Span span) ->
                    constant(large(digits, machine.source().at(span)), span);
            case Expr.FloatLiteral(double value, Span span) -> constant(new Float64(value), span);
            case Expr.Float32Literal(float value, Span span) ->
                    constant(machine.single(value), span);
            case Expr.BoolLiteral(boolean value, Span span) -> constant(Bool.of(value), span);
            case Expr.CharLiteral(int value, Span span) -> constant(new Char(value), span);
            case Expr.StringPiece(String text, Span span) -> constant(new Text(text), span);
            case Expr.SymbolLiteral(String name, Span span) -> constant(new Symbol(name), span);
            case Expr.Colon(Span span) -> constant(Subscripts.ALL, span);
            case Expr.StringLiteral(var parts, Span span) -> string(parts, span, scope);
            case Expr.Name(String text, Span span) -> name(text, span, scope);
            case Expr.Call call -> calls.call(call, scope);
            case Expr.DotCall call -> calls.broadcast(call, scope);
            case Expr.Keyword(_, Expr value, _) -> lower(value, scope);
            case Expr.Splat(Expr value, _) -> lower(value, scope);
            case Expr.Comparison comparison -> operators.comparison(comparison, scope);
            case Expr.And(Expr left, Expr right, Span span) ->
                    control.and(left, right, span, scope);
            case Expr.Or(Expr left, Expr right, Span span) -> control.or(left, right, span, scope);
            case Expr.Choice(Expr condition, Expr yes, Expr no, Span span) ->
                    control.choose(condition, yes, no, span, scope);
            case Expr.Index index -> calls.index(index, scope);
            case Expr.Field(Expr target, String name, Span span) ->
                    field(target, name, span, scope);
            case Expr.Curly(Expr type, var parameters, Span span) ->
                    curly(type, parameters, span, scope);
            case Expr.Typed(Expr value, Expr type, Span span) -> asserted(value, type, span, scope);
            case Expr.Tuple(var elements, Span span) -> tuple(elements, span, scope);
            case Expr.NamedTuple(var entries, Span span) -> namedTuple(entries, span, scope);
            case Expr.Vector vector -> arrays.vector(vector, scope);
            case Expr.Concatenation concatenation -> arrays.concatenation(concatenation, scope);
            case Expr.Comprehension comprehension -> loops.comprehension(comprehension, scope);
            case Expr.Generator generator -> loops.generator(generator, scope);
            case Expr.Block(var statements, Span span) -> control.block(statements, span, scope);
            case Expr.If ifs -> control.branches(ifs, scope);
            case Expr.While loop -> loops.loop(loop, scope);
            case Expr.For loop -> loops.loop(loop, scope);
            case Expr.Let let -> control.let(let, scope);
            case Expr.Try attempt -> control.attempt(attempt, scope);
            case Expr.Return(Expr value, Span span) -> control.returning(value, span, scope);
            case Expr.Break(Span span) ->
                    control.signal(ControlFlow.Break.NOW, "break", span, scope);
            case Expr.Continue(Span span) ->
                    control.signal(ControlFlow.Continue.NOW, "continue", span, scope);
            case Expr.Assign(Expr target, Expr value, Span span) ->
                    targets.assign(target, value, span, scope);
            case Expr.Update update -> targets.update(update, scope);
            case Expr.FunctionDefinition definition -> definitions.function(definition, scope);
            case Expr.Lambda lambda -> definitions.lambda(lambda, scope);
            case Expr.StructDefinition definition -> types.struct(definition, scope);
            case Expr.AbstractDefinition definition -> types.abstractType(definition, scope);
            case Expr.Declaration declaration -> targets.declaration(declaration, scope);
            case Expr.Using using -> definitions.using(using);
            case Expr.FunctionDeclaration declaration ->
                    definitions.declaration(declaration, scope);
            case Expr.Export(_, Span span) -> nothing(span);
            case Expr.Where(Expr type, var parameters, _) ->
                    signatures.type(type, parameters, scope);
            case Expr.MacroCall macro -> new Macros(this, machine).lower(macro, scope);
        };
    }

    static Code constant(Value value, Span span) {
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                return value;
            }
        };
    }

    static Code nothing(Span span) {
        return constant(Nothing.NOTHING, span);
    }

    private static Value unsigned(long value, int bits) {
        return WholeNumber.wrapped(
                WholeNumber.Width.unsigned(bits), new BigInteger(Long.toUnsignedString(value)));
    }

    /// A whole number of more than 64 bits has 128, unsigned where it is written in hexadecimal, or is a `BigInt`.
    private static Value large(String digits, String written) {
        var value = new BigInteger(digits);
        boolean unsigned = written.startsWith("0") && !written.equals(digits);
        var width = unsigned ? WholeNumber.Width.UINT128 : WholeNumber.Width.INT128;
        return new WholeNumber(width.fits(value) ? width : WholeNumber.Width.BIG, value);
    }

    Code name(String text, Span span, Scope scope) {
        Variable variable = scope.find(text);
        if (variable != null) {
            return new Code(span) {
                @Override
                Value run(Frame frame) {
                    Object slot = frame.slots[variable.slot()];
                    Object value = slot instanceof Frame.Cell cell ? cell.value : slot;
                    if (value == null) {
                        throw new Located(
                                new JuliaError(
                                        "UndefVarError",
                                        "the variable `%s` has no value yet".formatted(text),
                                        "assign to it first"),
                                span);
                    }
                    return (Value) value;
                }
            };
        }
        if (text.equals("end") || text.equals("begin")) {
            return end(text, span, scope);
        }
        Global global = machine.global(text);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value value = global.value;
                if (value != null) {
                    return value;
                }
                value = global.imported;
                if (value == null) {
                    throw frame.machine.names().missing(global, span);
                }
                return value;
            }
        };
    }

    private static Code end(String text, Span span, Scope scope) {
        Scope.Ends ends = scope.ends();
        if (ends == null) {
            throw new Located(
                    new JuliaError(
                            "ParseError",
                            "`%s` means something only between the brackets of an index"
                                    .formatted(text)),
                    span);
        }
        boolean last = text.equals("end");
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Subscripts subscripts = frame.machine.subscripts();
                Value array = ends.array().run(frame);
                return last
                        ? subscripts.last(array, ends.dimension(), ends.count())
                        : subscripts.first(array);
            }
        };
    }

    private Code string(List<Expr> parts, Span span, Scope scope) {
        if (parts.stream().allMatch(Expr.StringPiece.class::isInstance)) {
            var text = new StringBuilder();
            parts.forEach(p -> text.append(((Expr.StringPiece) p).text()));
            return constant(new Text(text.toString()), span);
        }
        List<Code> codes = lower(parts, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                var text = new StringBuilder();
                for (Code code : codes) {
                    text.append(frame.machine.text(code.run(frame)));
                }
                return new Text(text.toString());
            }
        };
    }

    private Code field(Expr target, String name, Span span, Scope scope) {
        if (target instanceof Expr.Name(String module, _)
                && scope.find(module) == null
                && machine.global(module).value == null) {
            Value found = machine.qualified(module, name);
            if (found != null) {
                return constant(found, span);
            }
        }
        Code object = lower(target, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                try {
                    return frame.machine.structs().get(object.run(frame), name);
                } catch (JuliaError e) {
                    throw new Located(e, span);
                }
            }
        };
    }

    private Code curly(Expr type, List<Expr> parameters, Span span, Scope scope) {
        Code name = lower(type, scope);
        List<Code> codes = lower(parameters.stream().filter(p -> !isLowerBound(p)).toList(), scope);
        if (codes.isEmpty() && !parameters.isEmpty()) {
            return name;
        }
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value named = name.run(frame);
                var values = new ArrayList<Value>();
                codes.forEach(c -> values.add(c.run(frame)));
                Value maker = Structs.makerOf(named, values);
                if (maker != null) {
                    return maker;
                }
                if (!(named instanceof Type outer)) {
                    throw new Located(
                            new JuliaError(
                                    "TypeError", "only a type can have parameters in braces"),
                            span);
                }
                try {
                    return Types.apply(outer, values);
                } catch (JuliaError e) {
                    throw new Located(e, span);
                }
            }
        };
    }

    /// `>:HasReverseMode` in braces. What a parameter has to be above of is not asked for.
    static boolean isLowerBound(Expr parameter) {
        return parameter instanceof Expr.Call(Expr.Name(String operator, _), var of, _, _)
                && operator.equals(">:")
                && of.size() == 1;
    }

    private Code asserted(@Nullable Expr value, Expr type, Span span, Scope scope) {
        if (value == null) {
            throw new Located(new JuliaError("ParseError", "a type without a value"), span);
        }
        Code code = lower(value, scope);
        Code wanted = lower(type, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value result = code.run(frame);
                if (wanted.run(frame) instanceof Type t
                        && !Subtypes.isA(Tracked.plain(result), t)) {
                    throw new Located(
                            new JuliaError(
                                    "TypeError",
                                    "expected %s, found %s"
                                            .formatted(
                                                    Show.print(t),
                                                    Show.print(Types.of(Tracked.plain(result))))),
                            span);
                }
                return result;
            }
        };
    }

    /// Runs `codes`, spreading those whose expression is a splat.
    static List<Value> values(List<Code> codes, boolean[] splats, Frame frame) {
        var values = new ArrayList<Value>(codes.size());
        for (int i = 0; i < splats.length; i++) {
            Value value = codes.get(i).run(frame);
            if (splats[i]) {
                frame.machine.iterate(value).forEach(values::add);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    static boolean[] splats(List<Expr> exprs) {
        boolean[] splats = new boolean[exprs.size()];
        for (int i = 0; i < splats.length; i++) {
            splats[i] = exprs.get(i) instanceof Expr.Splat;
        }
        return splats;
    }

    private Code tuple(List<Expr> elements, Span span, Scope scope) {
        List<Code> codes = lower(elements, scope);
        boolean[] splats = splats(elements);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                return new Tuple(values(codes, splats, frame));
            }
        };
    }

    /// The entries of a named tuple or of the keywords of a call, in order.
    Code namedTuple(List<Expr> entries, Span span, Scope scope) {
        var names = new ArrayList<@Nullable String>();
        for (Expr entry : entries) {
            names.add(
                    switch (entry) {
                        case Expr.Keyword(String name, _, _) -> name;
                        case Expr.Name(String name, _) -> name;
                        case Expr.Field(_, String name, _) -> name;
                        default -> null;
                    });
        }
        List<Code> codes = lower(entries, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                var merged = new LinkedHashMap<String, Value>();
                for (int i = 0; i < codes.size(); i++) {
                    Value value = codes.get(i).run(frame);
                    String name = names.get(i);
                    if (name != null) {
                        merged.put(name, value);
                    } else {
                        spread(value, merged, frame);
                    }
                }
                return new NamedTuple(
                        new ArrayList<>(merged.keySet()), new ArrayList<>(merged.values()));
            }
        };
    }

    private static void spread(Value value, Map<String, Value> into, Frame frame) {
        if (value instanceof NamedTuple(var names, var values)) {
            for (int i = 0; i < names.size(); i++) {
                into.put(names.get(i), values.get(i));
            }
            return;
        }
        for (Value entry : frame.machine.iterate(value)) {
            Value pair =
                    entry instanceof Tuple(var both) && both.size() == 2
                            ? new Pair(both.get(0), both.get(1))
                            : entry;
            if (pair instanceof Pair(Symbol(String name), Value of)) {
                into.put(name, of);
            } else {
                throw new JuliaError(
                        "ArgumentError", "only named values can be spread into keywords");
            }
        }
    }
}
