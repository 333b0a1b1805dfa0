package wengert.drawing;

/// How the lines of a card are divided up: the head, the value, and below it what the sweep brings.
///
/// A card has the same plan at every moment of the sweep: room is kept for what will arrive.
///
/// @param kind the size and type of an array; empty for none
/// @param kindAbove whether they have a line of their own, because the value takes the whole width
/// @param value the height of the value; 0 where the head says it
/// @param bars how many bars there are, for the adjoint, the tangent or both
/// @param bar the height of what is in a bar
record CardPlan(double width, String kind, boolean kindAbove, double value, int bars, double bar) {

    static final double HEAD = 40;
    static final double BAR_INSET = 8;

    private static final double LOW = 46;
    private static final double KIND = 14;
    private static final double BETWEEN = 4;
    private static final double IN_BAR = 2;
    private static final double BELOW = 12;
    private static final double BELOW_BARS = 8;

    double height() {
        if (value == 0 && bars == 0) {
            return LOW;
        }
        double end = bars == 0 ? BELOW : bars * (BETWEEN + barHeight()) + BELOW_BARS;
        return valueTop() + value + end;
    }

    double valueTop() {
        return HEAD + (kindAbove ? KIND : 0);
    }

    double barHeight() {
        return bar + 2 * IN_BAR;
    }

    double barTop(int k) {
        return valueTop() + value + BETWEEN + k * (BETWEEN + barHeight());
    }

    double inBar() {
        return IN_BAR;
    }
}
