package wengert.compile;

/// Where the numbers of a sequence come again.
final class Recurrences {

    /// A hash table: the place where a number came last, plus 1, by the number.
    private int[] places = new int[256];

    private int known;
    private final int[] numbers;

    private Recurrences(int[] numbers) {
        this.numbers = numbers;
    }

    /// For each number where the same comes next; -1 where it does not.
    static int[] next(int[] numbers) {
        var recurrences = new Recurrences(numbers);
        int[] next = new int[numbers.length];
        for (int i = numbers.length - 1; i >= 0; i--) {
            next[i] = recurrences.put(i) - 1;
        }
        return next;
    }

    /// For each number which of the different ones it is, counted from 1 as they come.
    static int[] kinds(int[] numbers) {
        int[] next = next(numbers);
        int[] kinds = new int[numbers.length];
        int known = 0;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kinds[i] == 0 ? ++known : kinds[i];
            if (next[i] >= 0) {
                kinds[next[i]] = kinds[i];
            }
        }
        return kinds;
    }

    /// Notes a place, and gives the one before of the same number.
    private int put(int i) {
        int at = slot(numbers[i]);
        int before = places[at];
        places[at] = i + 1;
        if (before == 0 && ++known > places.length / 2) {
            grow();
        }
        return before;
    }

    private int slot(int number) {
        int mixed = number * 0x9e3779b9;
        int at = (mixed ^ mixed >>> 15) & places.length - 1;
        while (places[at] != 0 && numbers[places[at] - 1] != number) {
            at = at + 1 & places.length - 1;
        }
        return at;
    }

    private void grow() {
        int[] before = places;
        places = new int[4 * before.length];
        for (int place : before) {
            if (place != 0) {
                places[slot(numbers[place - 1])] = place;
            }
        }
    }
}
