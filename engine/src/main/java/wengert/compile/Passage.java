package wengert.compile;

/// Operations on numbers that come again and again, each time on other cells, which need not lie in any order.
///
/// Argument `slot` of operation `k`, slot 0 being where it writes to, is `offset[4k + slot]` cells from start
/// `group[4k + slot]`. Start 0 is cell 0; the others are told each time.
///
/// @param starts how many numbers tell where it works
/// @param stored of each operation whether somebody else reads what it writes
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Passage(int[] op, int[] group, int[] offset, int starts, boolean[] stored) {

    int length() {
        return op.length;
    }
}
