package wengert.ops;

/// Numbers that rules and series need, correctly rounded.
final class Constants {

    static final double LN_2 = 0.6931471805599453;
    static final double LN_10 = 2.302585092994046;
    static final double SQRT_PI = 1.772453850905516;
    static final double TWO_OVER_SQRT_PI = 1.1283791670955126;
    static final double HALF_SQRT_PI = 0.886226925452758;
    static final double DEGREE = 0.017453292519943295;
    static final double RADIAN = 57.29577951308232;
    static final double EULER_GAMMA = 0.5772156649015329;

    private Constants() {}
}
