package wengert.library;

import java.util.List;
import wengert.ops.Ints;
import wengert.ops.ScalarOp;
import wengert.ops.Softmax;
import wengert.value.JuliaError;
import wengert.value.Tuple;
import wengert.value.Value;

/// Modules that are mostly scalar operations: `SpecialFunctions`, `LogExpFunctions`, `NaNMath` and `NNlib`.
final class SpecialModules {

    private SpecialModules() {}

    static Catalog specialFunctions() {
        var module = new Catalog("SpecialFunctions");
        module.scalar(
                "erf(x, [y])", "error function; `erf(y) - erf(x)`, exact where they are close");
        module.scalar("erfc(x)", "1 less the error function");
        module.scalar("erfcx(x)", "`exp(x^2) * erfc(x)`");
        module.scalar("erfi(x)", "imaginary error function");
        module.scalar("erfinv(x)", "the number whose error function is `x`");
        module.scalar("erfcinv(x)", "the number whose `erfc` is `x`");
        module.scalar("logerfc(x)", "`log(erfc(x))`");
        module.scalar("logerfcx(x)", "`log(erfcx(x))`");
        module.scalar("dawson(x)", "Dawson's integral");
        module.scalar("gamma(a, [x])", "gamma function; the upper incomplete one, from `x` on");
        module.scalar(
                "loggamma(a, [x])", "logarithm of the gamma function, or of the incomplete one");
        module.scalar("lgamma(x)", "logarithm of the size of the gamma function");
        module.function(
                "logabsgamma(x)",
                "logarithm of the size of the gamma function, and its sign",
                (m, x) -> Tuple.of(m.apply(operation("lgamma", 1), x), signOfGamma(x)));
        module.function(
                "gamma_inc(a, x, [accuracy])",
                "the shares of the gamma function up to `x` and from there on",
                call ->
                        Tuple.of(
                                call.apply(operation("gamma_inc_p", 2), call.at(0), call.at(1)),
                                call.apply(operation("gamma_inc_q", 2), call.at(0), call.at(1))));
        module.scalar("logfactorial(x)", "logarithm of the factorial");
        module.scalar("digamma(x)", "derivative of `loggamma`");
        module.scalar("invdigamma(x)", "the number whose `digamma` is `x`");
        module.scalar("trigamma(x)", "second derivative of `loggamma`");
        module.scalar("polygamma(m, x)", "derivative of `loggamma` of order `m + 1`");
        module.scalar("beta(x, y)", "beta function");
        module.scalar("logbeta(x, y)", "logarithm of the beta function");
        module.scalar("zeta(s, [z])", "Riemann's zeta function; that of Hurwitz");
        module.scalar("eta(s)", "Dirichlet's eta function: `1 - 2^-s + 3^-s - …`");
        module.scalar("besselj0(x)", "Bessel function of the first kind, order 0");
        module.scalar("besselj1(x)", "Bessel function of the first kind, order 1");
        module.scalar("besselj(n, x)", "Bessel function of the first kind");
        module.scalar("bessely0(x)", "Bessel function of the second kind, order 0");
        module.scalar("bessely1(x)", "Bessel function of the second kind, order 1");
        module.scalar("bessely(n, x)", "Bessel function of the second kind");
        module.scalar("besseli(n, x)", "modified Bessel function of the first kind");
        module.scalar("besselk(n, x)", "modified Bessel function of the second kind");
        module.scalar("besseljx(n, x)", "`besselj`, scaled by `exp(-abs(imag(x)))`");
        module.scalar("besselyx(n, x)", "`bessely`, scaled by `exp(-abs(imag(x)))`");
        module.scalar("besselix(n, x)", "`besseli`, scaled by `exp(-abs(real(x)))`");
        module.scalar("besselkx(n, x)", "`besselk`, scaled by `exp(x)`");
        module.function(
                "besselh(n, [k], x)",
                "Hankel function of the first or second kind",
                call -> hankel(call, ""));
        module.function(
                "besselhx(n, [k], x)",
                "Hankel function, scaled by `exp(∓x * im)`",
                call -> hankel(call, "x"));
        module.scalar("hankelh1(n, x)", "Hankel function of the first kind");
        module.scalar("hankelh2(n, x)", "Hankel function of the second kind");
        module.scalar("hankelh1x(n, x)", "`hankelh1`, scaled by `exp(-x * im)`");
        module.scalar("hankelh2x(n, x)", "`hankelh2`, scaled by `exp(x * im)`");
        module.scalar("airyai(x)", "Airy function Ai");
        module.scalar("airyaiprime(x)", "derivative of Ai");
        module.scalar("airybi(x)", "Airy function Bi");
        module.scalar("airybiprime(x)", "derivative of Bi");
        module.scalar("airyaix(x)", "`airyai`, scaled by `exp(2/3 * x * sqrt(x))`");
        module.scalar("airyaiprimex(x)", "`airyaiprime`, scaled by `exp(2/3 * x * sqrt(x))`");
        module.scalar(
                "airybix(x)",
                "`airybi`, scaled by `exp(-2/3 * x * sqrt(x))` where `x` is positive");
        module.scalar(
                "airybiprimex(x)",
                "`airybiprime`, scaled by `exp(-2/3 * x * sqrt(x))` where `x` is positive");
        module.scalar("sinint(x)", "sine integral");
        module.scalar("cosint(x)", "cosine integral");
        module.function(
                "expint([n], x)",
                "exponential integral E₁; that of order `n`",
                ScalarFunctions::apply);
        module.scalar("expinti(x)", "exponential integral Ei");
        module.scalar("ellipk(m)", "complete elliptic integral of the first kind");
        module.scalar("ellipe(m)", "complete elliptic integral of the second kind");
        return module;
    }

    private static ScalarOp operation(String name, int arity) {
        return ScalarFunctions.operation(name, arity);
    }

    /// Below 0 the sign of the gamma function changes at every whole number.
    private static Value signOfGamma(Value x) {
        double number = Read.number(x);
        return Read.of(number >= 0 || Math.floor(number) % 2 == 0 ? 1L : -1L);
    }

    /// `besselh(n, k, x)`, the kind being 1 where it is left out.
    private static Value hankel(Call call, String scaled) {
        long kind = call.count() == 3 ? Read.whole(call.at(1)) : 1;
        if (kind != 1 && kind != 2) {
            throw new JuliaError(
                    "ArgumentError", "Hankel functions are of kind 1 or 2, found " + kind);
        }
        return call.apply(
                operation("hankelh" + kind + scaled, 2), call.at(0), call.at(call.count() - 1));
    }

    /// Functions that give NaN where those of Base refuse. They need the module's name in front.
    static Catalog nanMath() {
        var module = new Catalog("NaNMath");
        for (String name :
                List.of(
                        "sqrt", "sin", "cos", "tan", "asin", "acos", "acosh", "atanh", "log",
                        "log2", "log10", "log1p", "lgamma")) {
            quiet(module, name, 1, "`" + name + "(x)`, and NaN outside its domain");
        }
        quiet(module, "pow", 2, "`x^y`, and NaN where that is not real");
        quiet(module, "max", 2, "the larger one, passing over a NaN");
        quiet(module, "min", 2, "the smaller one, passing over a NaN");
        return module;
    }

    private static void quiet(Catalog module, String name, int arity, String summary) {
        ScalarOp op = operation("NaNMath." + name, arity);
        module.hidden(
                name + (arity == 1 ? "(x)" : "(x, y)"),
                summary,
                call -> call.machine().apply(op, call.arguments()));
    }

    static Catalog logExpFunctions() {
        var module = new Catalog("LogExpFunctions");
        module.scalar("xlogx(x)", "`x * log(x)`, and 0 at 0");
        module.scalar("xlogy(x, y)", "`x * log(y)`, and 0 where `x` is 0");
        module.scalar("xlog1py(x, y)", "`x * log(1 + y)`, and 0 where `x` is 0");
        module.scalar("xexpx(x)", "`x * exp(x)`");
        module.scalar("xexpy(x, y)", "`x * exp(y)`, and 0 where `x` is 0");
        module.scalar("logistic(x)", "`1 / (1 + exp(-x))`");
        module.scalar("logit(x)", "`log(x / (1 - x))`");
        module.scalar("log1psq(x)", "`log(1 + x^2)`");
        module.scalar("log1pexp(x)", "`log(1 + exp(x))`");
        module.alias("softplus", "log1pexp");
        module.scalar("log1mexp(x)", "`log(1 - exp(x))`");
        module.scalar("log2mexp(x)", "`log(2 - exp(x))`");
        module.scalar("logexpm1(x)", "`log(exp(x) - 1)`");
        module.alias("invsoftplus", "logexpm1");
        module.scalar("log1pmx(x)", "`log(1 + x) - x`");
        module.scalar("logmxp1(x)", "`log(x) - x + 1`");
        module.scalar("loglogistic(x)", "`log(logistic(x))`");
        module.scalar("logcosh(x)", "`log(cosh(x))`");
        module.scalar("logaddexp(x, y)", "`log(exp(x) + exp(y))`");
        module.scalar("logsubexp(x, y)", "`log(abs(exp(x) - exp(y)))`");
        overAll(
                module,
                "logsumexp",
                "`log(sum(exp.(x)))`, safe from overflow",
                Softmax.Kind.LOGSUMEXP,
                List.of());
        overAll(
                module,
                "softmax",
                "`exp.(x) ./ sum(exp.(x))`, safe from overflow",
                Softmax.Kind.SOFTMAX,
                List.of());
        return module;
    }

    static Catalog nnlib() {
        var module = new Catalog("NNlib");
        module.scalar("σ(x)", "`1 / (1 + exp(-x))`");
        module.alias("sigmoid", "σ");
        module.scalar("relu(x)", "`x` where it is positive, else 0");
        module.scalar("leakyrelu(x)", "`x` where it is positive, else `0.01x`");
        module.scalar("elu(x)", "`x` where it is positive, else `exp(x) - 1`");
        module.scalar("gelu(x)", "`x` times the share of the normal distribution below it, nearly");
        module.scalar("swish(x)", "`x * σ(x)`");
        module.scalar("softplus(x)", "`log(1 + exp(x))`");
        module.scalar("softsign(x)", "`x / (1 + abs(x))`");
        module.scalar("logsigmoid(x)", "`log(σ(x))`");
        overAll(
                module,
                "softmax",
                "`exp.(x) ./ sum(exp.(x))` of each column",
                Softmax.Kind.SOFTMAX,
                List.of(1));
        overAll(
                module,
                "logsoftmax",
                "`log.(softmax(x))` of each column",
                Softmax.Kind.LOGSOFTMAX,
                List.of(1));
        overAll(
                module,
                "logsumexp",
                "`log(sum(exp.(x)))`, safe from overflow",
                Softmax.Kind.LOGSUMEXP,
                List.of());
        return module;
    }

    /// @param dims along which dimensions where the call does not say; none for all
    private static void overAll(
            Catalog module, String name, String summary, Softmax.Kind kind, List<Integer> dims) {
        module.function(
                name + "(x; dims)",
                summary,
                call -> {
                    Value x = call.at(0);
                    Ints along =
                            call.has("dims")
                                    ? Reducing.dims(call)
                                    : Ints.of(dims.stream().mapToInt(Integer::intValue).toArray());
                    if (Read.isNumber(x) && kind == Softmax.Kind.LOGSUMEXP) {
                        return x;
                    }
                    if (!Read.isArray(x)) {
                        List<Value> all = Read.all(call.machine(), x);
                        if (all.isEmpty()) {
                            throw new JuliaError(
                                    "ArgumentError",
                                    "`" + name + "` of a collection without elements");
                        }
                        return call.apply(
                                new Softmax(kind, along),
                                Read.numbers(call.machine().array(new int[] {all.size()}, all)));
                    }
                    return call.apply(new Softmax(kind, along), Read.numbers(x));
                });
    }
}
