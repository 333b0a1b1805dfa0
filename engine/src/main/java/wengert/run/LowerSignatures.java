package wengert.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.value.JuliaError;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// Lowers the signatures of methods: parameters, their types, and the variables in those.
final class LowerSignatures {

    private final Lowering lowering;

    LowerSignatures(Lowering lowering) {
        this.lowering = lowering;
    }

    /// A type with type variables of its own, `Vector{T} where T`.
    Code type(Expr type, List<Expr> where, Scope scope) {
        Set<String> names =
                where.stream().map(LowerSignatures::typeVariable).collect(Collectors.toSet());
        return type(type, where, names, scope);
    }

    /// The parameters of a definition; for `P{T}(x) = …` the type itself comes first.
    static List<Expr.Parameter> parameters(Expr.FunctionDefinition definition) {
        var parameters = new ArrayList<>(definition.parameters());
        if (definition.name() instanceof Expr.Curly(_, _, Span span)) {
            Expr type =
                    new Expr.Curly(new Expr.Name("Type", span), List.of(definition.name()), span);
            parameters.addFirst(new Expr.Parameter(null, type, null, false, span));
        }
        return parameters;
    }

    /// A method's code with what has to be worked out when the definition is run.
    record Prepared(Method.Template template, List<Code> types, List<Code> keywordTypes) {

        Method method(Frame frame) {
            List<Scope.Capture> captures = template.body().captures();
            var cells = new Frame.Cell[captures.size()];
            for (int i = 0; i < cells.length; i++) {
                Variable outer = captures.get(i).outer();
                Object slot = frame.slots[outer.slot()];
                if (slot instanceof Frame.Cell cell) {
                    cells[i] = cell;
                } else {
                    cells[i] = new Frame.Cell();
                    cells[i].value = (Value) slot;
                    frame.slots[outer.slot()] = cells[i];
                }
            }
            return new Method(
                    template, evaluated(types, frame), evaluated(keywordTypes, frame), cells);
        }

        private static List<Type> evaluated(List<Code> codes, Frame frame) {
            var types = new ArrayList<Type>();
            for (Code code : codes) {
                if (!(code.run(frame) instanceof Type type)) {
                    throw new Located(
                            new JuliaError("TypeError", "expected a type behind `::`"),
                            code.span());
                }
                types.add(type);
            }
            return types;
        }
    }

    Prepared prepare(
            String name,
            List<Expr.Parameter> parameters,
            List<Expr.Parameter> keywords,
            List<Expr> where,
            @Nullable Expr returnType,
            Expr body,
            Span span,
            Scope around) {
        Scope scope = around.function();
        var typeNames =
                where.stream().map(LowerSignatures::typeVariable).collect(Collectors.toSet());
        typeNames.forEach(scope::declare);
        for (Expr.Parameter parameter : parameters) {
            declare(parameter, scope);
        }
        var targets = new ArrayList<Target>();
        var initial = new ArrayList<@Nullable Code>();
        var types = new ArrayList<Code>();
        var variables = new ArrayList<Method.TypeVariable>();
        boolean rest = false;
        int required = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Expr.Parameter parameter = parameters.get(i);
            targets.add(target(parameter, scope));
            Expr value = parameter.initial();
            initial.add(value == null ? null : lowering.lower(value, scope));
            types.add(type(parameter.type(), where, typeNames, around));
            bindType(parameter.type(), i, typeNames, scope, variables);
            rest |= parameter.rest();
            if (value == null && !parameter.rest()) {
                required = i + 1;
            }
        }
        var named = new ArrayList<Method.Keyword>();
        var keywordTypes = new ArrayList<Code>();
        Target restOfKeywords = null;
        for (Expr.Parameter keyword : keywords) {
            Expr value = keyword.initial();
            Code code = value == null ? null : lowering.lower(value, scope);
            declare(keyword, scope);
            Target target = target(keyword, scope);
            if (keyword.rest()) {
                restOfKeywords = target;
            } else if (keyword.pattern() instanceof Expr.Name(String key, _)) {
                named.add(new Method.Keyword(key, target, code));
                keywordTypes.add(type(keyword.type(), where, typeNames, around));
            }
        }
        List<Variable> own = scope.declared();
        Scope inside = lowering.control().bodyScope(scope, true, body);
        Code run = lowering.control().tail(body, inside);
        List<Variable> locals = inside.declared();
        Code entered = locals.isEmpty() ? run : LowerControl.entering(locals, run);
        Code converted =
                returnType == null
                        ? entered
                        : returning(entered, lowering.lower(returnType, scope));
        var template =
                new Method.Template(
                        name,
                        span,
                        targets,
                        initial,
                        rest,
                        required,
                        named,
                        restOfKeywords,
                        variables,
                        sharing(variables, rest ? parameters.size() - 1 : -1),
                        scope.body(),
                        own,
                        converted);
        return new Prepared(template, types, keywordTypes);
    }

    private static Code returning(Code body, Code type) {
        return new Code(body.span()) {
            @Override
            Value run(Frame frame) {
                Value result;
                try {
                    result = body.run(frame);
                } catch (ControlFlow.Return returned) {
                    result = returned.value;
                }
                return type.run(frame) instanceof Type t
                        ? frame.machine.convert(t, result)
                        : result;
            }
        };
    }

    private static void declare(Expr.Parameter parameter, Scope scope) {
        Expr pattern = parameter.pattern();
        if (pattern != null) {
            Assigned.targets(pattern).forEach(scope::declare);
        }
    }

    private Target target(Expr.Parameter parameter, Scope scope) {
        Expr pattern = parameter.pattern();
        return pattern == null ? new Target.Nowhere() : lowering.targets().target(pattern, scope);
    }

    /// `T`, `T <: Real`, `Int <: T <: Real` → `T`
    static String typeVariable(Expr where) {
        return switch (where) {
            case Expr.Name(String text, _) -> text;
            case Expr.Call(_, var arguments, _, _) when !arguments.isEmpty() ->
                    typeVariable(arguments.getFirst());
            case Expr.Comparison(var operands, _, _) -> typeVariable(operands.get(1));
            default -> "";
        };
    }

    private static @Nullable Expr bound(String variable, List<Expr> where) {
        for (Expr each : where) {
            if (each instanceof Expr.Call(_, var arguments, _, _)
                    && arguments.size() == 2
                    && typeVariable(each).equals(variable)) {
                return arguments.get(1);
            }
        }
        return null;
    }

    /// A declared type as code; a type variable counts as its bound.
    Code type(@Nullable Expr type, List<Expr> where, Set<String> variables, Scope scope) {
        if (type == null) {
            return Lowering.constant(Type.ANY, Span.NONE);
        }
        return switch (type) {
            case Expr.Name(String text, Span span) when variables.contains(text) -> {
                Expr bound = bound(text, where);
                yield bound == null
                        ? Lowering.constant(Type.ANY, span)
                        : type(bound, where, variables, scope);
            }
            case Expr.Curly(Expr outer, var parameters, Span span) -> {
                Code base = lowering.lower(outer, scope);
                if (parameters.stream().allMatch(Lowering::isLowerBound)) {
                    yield base;
                }
                var codes = new ArrayList<Code>();
                for (Expr parameter : parameters) {
                    boolean below =
                            parameter instanceof Expr.Call(Expr.Name(String op, _), var a, _, _)
                                    && op.equals("<:");
                    boolean variable =
                            parameter instanceof Expr.Name(String text, _)
                                    && variables.contains(text);
                    Code code =
                            below
                                    ? type(
                                            ((Expr.Call) parameter).arguments().getLast(),
                                            where,
                                            variables,
                                            scope)
                                    : variable || parameter instanceof Expr.Curly
                                            ? type(parameter, where, variables, scope)
                                            : lowering.lower(parameter, scope);
                    codes.add(below || variable ? belowBound(code) : code);
                }
                yield new Code(span) {
                    @Override
                    Value run(Frame frame) {
                        var values = new ArrayList<Value>();
                        codes.forEach(c -> values.add(c.run(frame)));
                        return base.run(frame) instanceof Type t
                                ? Types.apply(t, values)
                                : Type.ANY;
                    }
                };
            }
            default -> lowering.lower(type, scope);
        };
    }

    private static Code belowBound(Code bound) {
        return new Code(bound.span()) {
            @Override
            Value run(Frame frame) {
                return bound.run(frame) instanceof Type t ? Types.below(t) : Type.ANY;
            }
        };
    }

    private static void bindType(
            @Nullable Expr type,
            int parameter,
            Set<String> names,
            Scope scope,
            List<Method.TypeVariable> into) {
        bindType(type, parameter, List.of(), names, scope, into);
    }

    private static void bindType(
            @Nullable Expr type,
            int parameter,
            List<Integer> path,
            Set<String> names,
            Scope scope,
            List<Method.TypeVariable> into) {
        switch (type) {
            case Expr.Name(String text, _) when names.contains(text) ->
                    into.add(
                            new Method.TypeVariable(
                                    scope.declare(text), new Method.Place(parameter, path)));
            case Expr.Curly(Expr.Name(String outer, _), var parameters, _)
                    when !outer.equals("Union") -> {
                for (int i = 0; i < parameters.size(); i++) {
                    int place = !outer.equals("NTuple") ? i : i == 0 ? Method.Place.LENGTH : i - 1;
                    var inner = new ArrayList<>(path);
                    inner.add(place);
                    bindType(parameters.get(i), parameter, List.copyOf(inner), names, scope, into);
                }
            }
            case null, default -> {}
        }
    }

    /// The parameters that share a type variable.
    ///
    /// @param rest the parameter that takes all the rest, and so shares it with itself; -1 where there is none
    private static List<List<Method.Place>> sharing(List<Method.TypeVariable> variables, int rest) {
        var places = new LinkedHashMap<Variable, List<Method.Place>>();
        for (Method.TypeVariable each : variables) {
            places.computeIfAbsent(each.variable(), v -> new ArrayList<>()).add(each.place());
        }
        return places.values().stream()
                .filter(same -> same.size() > 1 || same.getFirst().parameter() == rest)
                .toList();
    }
}
