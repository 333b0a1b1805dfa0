package wengert.compile;

import java.util.Arrays;

/// Whole numbers one after the other, of which more and more come.
final class IntList {

    private int[] numbers = new int[64];
    private int size;

    int size() {
        return size;
    }

    int get(int k) {
        return numbers[k];
    }

    void add(int number) {
        makeRoom(1);
        numbers[size++] = number;
    }

    void add(int[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, numbers, size, more.length);
        size += more.length;
    }

    private void makeRoom(int more) {
        if (size + more > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(size + more, 2 * size));
        }
    }

    /// All of them, in an array of their own.
    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
