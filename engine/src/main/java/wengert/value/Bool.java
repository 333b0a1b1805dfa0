package wengert.value;

/// `true` or `false`, which count as 1 and 0 in arithmetic.
public record Bool(boolean value) implements Scalar {

    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    public static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public double toDouble() {
        return value ? 1 : 0;
    }
}
