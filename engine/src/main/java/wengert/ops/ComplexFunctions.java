package wengert.ops;

import wengert.value.Complex;

/// The elementary functions of complex numbers, with branch cuts where Julia (and C99) have them.
final class ComplexFunctions {

    private static final Complex ONE = Complex.of(1, 0);
    private static final Complex I = Complex.of(0, 1);

    private ComplexFunctions() {}

    private static double re(Complex z) {
        return z.toDouble();
    }

    private static double im(Complex z) {
        return z.imaginary();
    }

    static Complex plus(Complex z, Complex w) {
        return Complex.of(re(z) + re(w), im(z) + im(w));
    }

    static Complex minus(Complex z, Complex w) {
        return Complex.of(re(z) - re(w), im(z) - im(w));
    }

    static Complex times(Complex z, Complex w) {
        return Complex.of(re(z) * re(w) - im(z) * im(w), re(z) * im(w) + im(z) * re(w));
    }

    static Complex scaled(Complex z, double by) {
        return Complex.of(re(z) * by, im(z) * by);
    }

    /// i z
    static Complex turned(Complex z) {
        return Complex.of(-im(z), re(z));
    }

    /// The quotient, by Smith's method with the care for underflow of Baudin and Smith, "A robust
    /// complex division in Scilab" (2012).
    static Complex divide(Complex z, Complex w) {
        double a = re(z);
        double b = im(z);
        double c = re(w);
        double d = im(w);
        if (d == 0) {
            return Complex.of(a / c, b / c);
        }
        if (Double.isInfinite(c) || Double.isInfinite(d)) {
            return Double.isFinite(a) && Double.isFinite(b)
                    ? Complex.of(0 * a * Math.signum(c), -0.0 * b * Math.signum(d))
                    : Complex.of(Double.NaN, Double.NaN);
        }
        double largest = Math.max(Math.abs(c), Math.abs(d));
        double scale = Math.scalb(1.0, -Math.getExponent(largest));
        c *= scale;
        d *= scale;
        double shrink = Math.max(Math.abs(a), Math.abs(b)) > 1e300 ? 0.25 : 1;
        a *= shrink;
        b *= shrink;
        Complex quotient =
                Math.abs(d) <= Math.abs(c) ? smith(a, b, c, d) : swapped(smith(b, a, d, c));
        double back = scale / shrink;
        return scaled(quotient, back);
    }

    private static Complex swapped(Complex z) {
        return Complex.of(re(z), -im(z));
    }

    private static Complex smith(double a, double b, double c, double d) {
        double r = d / c;
        double t = 1 / (c + d * r);
        if (r != 0) {
            return Complex.of((a + b * r) * t, (b - a * r) * t);
        }
        return Complex.of((a + d * (b / c)) * t, (b - d * (a / c)) * t);
    }

    static Complex inverse(Complex z) {
        return divide(ONE, z);
    }

    static double abs(Complex z) {
        return Math.hypot(re(z), im(z));
    }

    static double angle(Complex z) {
        return Math.atan2(im(z), re(z));
    }

    static Complex exp(Complex z) {
        double r = Math.exp(re(z));
        return im(z) == 0
                ? Complex.of(r, im(z))
                : Complex.of(r * Math.cos(im(z)), r * Math.sin(im(z)));
    }

    /// exp(z) - 1, without cancellation near 0.
    static Complex expm1(Complex z) {
        double half = Math.sin(im(z) / 2);
        double grown = Math.expm1(re(z));
        return Complex.of(grown * Math.cos(im(z)) - 2 * half * half, (grown + 1) * Math.sin(im(z)));
    }

    static Complex log(Complex z) {
        return Complex.of(logAbs(z), angle(z));
    }

    /// log |z|, without cancellation where |z| is near 1.
    private static double logAbs(Complex z) {
        double x = Math.max(Math.abs(re(z)), Math.abs(im(z)));
        double y = Math.min(Math.abs(re(z)), Math.abs(im(z)));
        return x > 0.5 && x < 1.5
                ? Math.log1p((x - 1) * (x + 1) + y * y) / 2
                : Math.log(Math.hypot(x, y));
    }

    static Complex log1p(Complex z) {
        double x = re(z);
        double y = im(z);
        return Complex.of(
                Math.abs(x) < 0.5 && Math.abs(y) < 0.5
                        ? Math.log1p(x * (2 + x) + y * y) / 2
                        : logAbs(Complex.of(1 + x, y)),
                Math.atan2(y, 1 + x));
    }

    static Complex sqrt(Complex z) {
        double x = re(z);
        double y = im(z);
        if (x == 0 && y == 0) {
            return Complex.of(0, y);
        }
        double scale = Math.max(Math.abs(x), Math.abs(y)) > 1e300 ? 0.25 : 1;
        double half = Math.sqrt((Math.abs(x * scale) + Math.hypot(x * scale, y * scale)) / 2);
        double root = half / Math.sqrt(scale);
        double other = Math.abs(y) / (2 * root);
        return x >= 0
                ? Complex.of(root, Math.copySign(other, y))
                : Complex.of(other, Math.copySign(root, y));
    }

    static Complex power(Complex z, Complex w) {
        if (re(w) == 0 && im(w) == 0) {
            return ONE;
        }
        if (re(z) == 0 && im(z) == 0) {
            return re(w) > 0 ? Complex.of(0, 0) : Complex.of(Double.NaN, Double.NaN);
        }
        return exp(times(w, log(z)));
    }

    /// z to a whole power, by repeated squaring.
    static Complex power(Complex z, long n) {
        Complex base = n < 0 ? inverse(z) : z;
        Complex product = ONE;
        for (long rest = Math.abs(n); rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                product = times(product, base);
            }
            base = times(base, base);
        }
        return product;
    }

    static Complex sin(Complex z) {
        return Complex.of(Math.sin(re(z)) * Math.cosh(im(z)), Math.cos(re(z)) * Math.sinh(im(z)));
    }

    static Complex cos(Complex z) {
        return Complex.of(Math.cos(re(z)) * Math.cosh(im(z)), -Math.sin(re(z)) * Math.sinh(im(z)));
    }

    static Complex sinh(Complex z) {
        return Complex.of(Math.sinh(re(z)) * Math.cos(im(z)), Math.cosh(re(z)) * Math.sin(im(z)));
    }

    static Complex cosh(Complex z) {
        return Complex.of(Math.cosh(re(z)) * Math.cos(im(z)), Math.sinh(re(z)) * Math.sin(im(z)));
    }

    static Complex tan(Complex z) {
        Complex w = tanh(turned(z));
        return Complex.of(im(w), -re(w));
    }

    /// W. Kahan, "Branch cuts for complex elementary functions" (1987).
    static Complex tanh(Complex z) {
        double x = re(z);
        if (Math.abs(x) > 20) {
            double small = Math.exp(-2 * Math.abs(x));
            return Complex.of(Math.copySign(1, x), 2 * Math.sin(2 * im(z)) * small);
        }
        double t = Math.tan(im(z));
        double beta = 1 + t * t;
        double s = Math.sinh(x);
        double rho = Math.sqrt(1 + s * s);
        double below = 1 + beta * s * s;
        return Complex.of(beta * rho * s / below, t / below);
    }

    static Complex asin(Complex z) {
        Complex w = asinh(turned(z));
        return Complex.of(im(w), -re(w));
    }

    static Complex acos(Complex z) {
        Complex a = sqrt(minus(ONE, z));
        Complex b = sqrt(plus(ONE, z));
        return Complex.of(2 * Math.atan2(re(a), re(b)), asinh(im(a) * re(b) - re(a) * im(b)));
    }

    static Complex atan(Complex z) {
        Complex w = atanh(turned(z));
        return Complex.of(im(w), -re(w));
    }

    static Complex asinh(Complex z) {
        Complex a = sqrt(Complex.of(1 + im(z), -re(z)));
        Complex b = sqrt(Complex.of(1 - im(z), re(z)));
        return Complex.of(
                asinh(re(a) * im(b) - re(b) * im(a)),
                Math.atan2(im(z), re(a) * re(b) - im(a) * im(b)));
    }

    static Complex acosh(Complex z) {
        Complex a = sqrt(minus(z, ONE));
        Complex b = sqrt(plus(z, ONE));
        return Complex.of(asinh(re(a) * re(b) + im(a) * im(b)), 2 * Math.atan2(im(a), re(b)));
    }

    static Complex atanh(Complex z) {
        double x = re(z);
        double y = im(z);
        double real = Math.log1p(4 * x / ((1 - x) * (1 - x) + y * y)) / 4;
        double turn = Math.atan2(2 * y, (1 - x) * (1 + x) - y * y) / 2;
        return Complex.of(real, turn);
    }

    static double asinh(double x) {
        double a = Math.abs(x);
        double value =
                a > 1e150
                        ? Math.log(a) + Math.log(2)
                        : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return Math.copySign(value, x);
    }

    static Complex imaginaryUnit() {
        return I;
    }
}
