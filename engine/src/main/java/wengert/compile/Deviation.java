package wengert.compile;

/// Thrown by flat code where the program would do something else than what was recorded.
final class Deviation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Deviation() {
        super("another way through the program", null, false, false);
    }
}
