package wengert.compile;

import java.util.Arrays;

/// Numbers of which the least comes out first, as in a `PriorityQueue`, but no object for each.
final class Turns {

    /// A heap: none is greater than the two at twice its place, counted from 1.
    private long[] heap = new long[64];

    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(long turn) {
        if (++size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int k = size;
        for (; k > 1 && heap[k / 2] > turn; k /= 2) {
            heap[k] = heap[k / 2];
        }
        heap[k] = turn;
    }

    long remove() {
        long least = heap[1];
        long last = heap[size--];
        int k = 1;
        while (2 * k <= size) {
            int less = 2 * k < size && heap[2 * k + 1] < heap[2 * k] ? 2 * k + 1 : 2 * k;
            if (heap[less] >= last) {
                break;
            }
            heap[k] = heap[less];
            k = less;
        }
        heap[k] = last;
        return least;
    }
}
