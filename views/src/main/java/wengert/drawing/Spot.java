package wengert.drawing;

/// What of an array is at a point: an entry, or in a map of very many the entries that a cell stands for.
///
/// @param place its row, its column and so on: `3, 2`, or of several `1:4, 2`
/// @param number what is there
/// @param count how many entries it stands for; the number of several is their mean
record Spot(String place, String number, int count) {

    /// `W[3, 2] = −0.5`
    ///
    /// @param name what the array is called
    String of(String name) {
        String entry = name + "[" + place + "] = " + number;
        return count == 1 ? entry : "mean of " + entry;
    }
}
