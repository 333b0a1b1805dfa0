package wengert.compile;

/// Where lines of a loop's body get to the same cells.
///
/// @param rows how many turns a column has
/// @param columns how many columns there are
record Reach(int rows, int columns) {

    /// The first line gets to a cell in a turn before the second line does.
    static final int EARLIER = 1;

    /// Both get to a cell in the same turn.
    static final int TOGETHER = 2;

    /// The first line gets to a cell in a turn after the second line does.
    static final int LATER = 4;

    private static final int ANY = EARLIER | TOGETHER | LATER;

    /// Whether there are cells between the ends of both lines, in any column.
    boolean mayMeet(Body.Line a, Body.Line b) {
        return least(a) <= greatest(b) && least(b) <= greatest(a);
    }

    boolean meet(Body.Line a, Body.Line b) {
        return meetings(a, b) != 0;
    }

    /// All ways in which the lines meet within a column, where it is hard to tell also some in which they do not.
    int meetings(Body.Line a, Body.Line b) {
        if (!mayMeet(a, b)) {
            return 0;
        }
        if (columns > 1 && a.across() != b.across()) {
            return ANY;
        }
        int distance = b.at() - a.at();
        if (a.down() == b.down()) {
            return a.down() == 0 ? staying(distance == 0, rows > 1) : parallel(distance, a.down());
        }
        if (a.down() == 0) {
            return passing(-distance, b.down(), EARLIER, LATER);
        }
        if (b.down() == 0) {
            return passing(distance, a.down(), LATER, EARLIER);
        }
        return distance % divisor(a.down(), b.down()) == 0 ? ANY : 0;
    }

    private static int staying(boolean meet, boolean often) {
        return !meet ? 0 : often ? ANY : TOGETHER;
    }

    private int parallel(int distance, int down) {
        int turns = distance / down;
        if (turns * down != distance || Math.abs(turns) >= rows) {
            return 0;
        }
        return turns == 0 ? TOGETHER : turns < 0 ? EARLIER : LATER;
    }

    /// One line stays where it is and the other gets there after a distance.
    ///
    /// @param before what it is called when it comes there after the first turn
    /// @param after what it is called when it comes there before the last turn
    private int passing(int distance, int down, int before, int after) {
        int turn = distance / down;
        if (turn * down != distance || turn < 0 || turn >= rows) {
            return 0;
        }
        return TOGETHER | (turn > 0 ? before : 0) | (turn < rows - 1 ? after : 0);
    }

    private static int divisor(int a, int b) {
        return b == 0 ? Math.abs(a) : divisor(b, a % b);
    }

    int least(Body.Line line) {
        return line.at()
                + Math.min(0, (rows - 1) * line.down())
                + Math.min(0, (columns - 1) * line.across());
    }

    int greatest(Body.Line line) {
        return line.at()
                + Math.max(0, (rows - 1) * line.down())
                + Math.max(0, (columns - 1) * line.across());
    }
}
