package wengert.ops;

import java.math.BigDecimal;
import java.math.MathContext;

/// Sines and cosines of angles in degrees or half turns, exact where the result is, and the
/// remainder of an angle after whole turns.
final class Angles {

    private static final BigDecimal TURN =
            new BigDecimal(
                    "6.2831853071795864769252867665590057683943387987502116419498891846156328125724"
                            + "1799725606965068423413596429617302656461329418768921910116446345");

    private Angles() {}

    static double sinPi(double x) {
        double r = Math.IEEEremainder(x, 2);
        double a = Math.abs(r);
        double value =
                a <= 0.25
                        ? Math.sin(Math.PI * a)
                        : a < 0.75 ? Math.cos(Math.PI * (a - 0.5)) : Math.sin(Math.PI * (1 - a));
        return a == 0 || a == 1 ? Math.copySign(0, x) : Math.copySign(value, r);
    }

    static double cosPi(double x) {
        double a = Math.abs(Math.IEEEremainder(x, 2));
        return a <= 0.25
                ? Math.cos(Math.PI * a)
                : a < 0.75 ? Math.sin(Math.PI * (0.5 - a)) : -Math.cos(Math.PI * (1 - a));
    }

    static double sinDegrees(double x) {
        double r = Math.IEEEremainder(x, 360);
        double a = Math.abs(r);
        double value =
                a == 30 || a == 150
                        ? 0.5
                        : a <= 45
                                ? Math.sin(a * Constants.DEGREE)
                                : a < 135
                                        ? Math.cos((a - 90) * Constants.DEGREE)
                                        : Math.sin((180 - a) * Constants.DEGREE);
        return a == 0 || a == 180 ? Math.copySign(0, x) : Math.copySign(value, r);
    }

    static double cosDegrees(double x) {
        double a = Math.abs(Math.IEEEremainder(x, 360));
        return a == 60
                ? 0.5
                : a == 120
                        ? -0.5
                        : a <= 45
                                ? Math.cos(a * Constants.DEGREE)
                                : a < 135
                                        ? Math.sin((90 - a) * Constants.DEGREE)
                                        : -Math.cos((180 - a) * Constants.DEGREE);
    }

    static double tanDegrees(double x) {
        double r = Math.IEEEremainder(x, 180);
        return Math.abs(r) == 45 ? Math.signum(r) : sinDegrees(r) / cosDegrees(r);
    }

    /// The rest of an angle after whole turns, between 0 and 2π.
    static double afterWholeTurns(double x) {
        if (!Double.isFinite(x)) {
            return Double.NaN;
        }
        if (x >= 0 && x < 6.28) {
            return x;
        }
        BigDecimal rest = new BigDecimal(x).remainder(TURN, MathContext.UNLIMITED);
        return (rest.signum() < 0 ? rest.add(TURN) : rest).doubleValue();
    }
}
