package wengert.ops;

import java.util.Arrays;

/// Truncated Taylor series with coefficients of twice the precision of a double, the constant first.
final class Taylor {

    private Taylor() {}

    static Twofold[] plus(Twofold[] a, Twofold[] b) {
        var sum = new Twofold[a.length];
        Arrays.setAll(sum, n -> a[n].plus(b[n]));
        return sum;
    }

    static Twofold[] scaled(Twofold[] a, Twofold by) {
        var product = new Twofold[a.length];
        Arrays.setAll(product, n -> a[n].times(by));
        return product;
    }

    static Twofold[] times(Twofold[] a, Twofold[] b) {
        var product = new Twofold[a.length];
        for (int n = 0; n < a.length; n++) {
            Twofold sum = Twofold.ZERO;
            for (int k = 0; k <= n; k++) {
                sum = sum.plus(a[k].times(b[n - k]));
            }
            product[n] = sum;
        }
        return product;
    }

    /// a · (start + step), the step being the variable of the series.
    static Twofold[] timesLinear(Twofold[] a, Twofold start) {
        Twofold[] product = scaled(a, start);
        for (int n = 1; n < a.length; n++) {
            product[n] = product[n].plus(a[n - 1]);
        }
        return product;
    }

    /// a / (start + step)
    static Twofold[] overLinear(Twofold[] a, Twofold start) {
        var quotient = new Twofold[a.length];
        quotient[0] = a[0].over(start);
        for (int n = 1; n < a.length; n++) {
            quotient[n] = a[n].minus(quotient[n - 1]).over(start);
        }
        return quotient;
    }

    /// The series in the opposite direction.
    static Twofold[] turned(Twofold[] a) {
        var turned = new Twofold[a.length];
        Arrays.setAll(turned, n -> n % 2 == 0 ? a[n] : a[n].negated());
        return turned;
    }

    /// exp of a series, from y' = a' y.
    static Twofold[] exp(Twofold[] a) {
        var result = new Twofold[a.length];
        result[0] = a[0].exp();
        for (int n = 1; n < a.length; n++) {
            Twofold sum = Twofold.ZERO;
            for (int k = 1; k <= n; k++) {
                sum = sum.plus(a[k].times(k).times(result[n - k]));
            }
            result[n] = sum.over(n);
        }
        return result;
    }

    /// The sine of an angle of at most a turn.
    static Twofold sin(Twofold angle) {
        Twofold quarter = Twofold.PI.times(0.5);
        double turns = Math.rint(angle.high() / Math.PI);
        Twofold rest = angle.minus(Twofold.PI.times(turns));
        boolean far = Math.abs(rest.high()) > 0.8;
        Twofold near = far ? quarter.minus(rest.high() < 0 ? rest.negated() : rest) : rest;
        Twofold square = near.square();
        Twofold term = far ? Twofold.ONE : near;
        Twofold sum = term;
        for (int k = far ? 1 : 2; Math.abs(term.high()) > 1e-34; k += 2) {
            term = term.times(square).over(-(double) k * (k + 1));
            sum = sum.plus(term);
        }
        boolean negative = turns % 2 != 0 ^ (far && rest.high() < 0);
        return negative ? sum.negated() : sum;
    }
}
