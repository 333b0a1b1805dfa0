package wengert.layout;

import java.util.concurrent.CancellationException;

/// How far a layout has come, for whoever waits for it, and whether it is still wanted.
final class Progress {

    private volatile boolean cancelled;
    private volatile double done;
    private double from;
    private double to = 1;

    void cancel() {
        cancelled = true;
    }

    /// Ends the layout if nobody wants it any more.
    void check() {
        if (cancelled) {
            throw new CancellationException("the layout was cancelled");
        }
    }

    /// A part of the work begins, which is that much of the whole. What is done again was done once: nobody sees it go back.
    void part(double begin, double end) {
        check();
        from = begin;
        to = end;
        done = Math.max(done, begin);
    }

    /// So much of the part is done, from 0 to 1.
    void step(double fraction) {
        check();
        done = Math.max(done, from + fraction * (to - from));
    }

    /// Where in the whole the part begins that is being worked on.
    double from() {
        return from;
    }

    /// Where it ends.
    double to() {
        return to;
    }

    /// How much is done, from 0 to 1.
    double done() {
        return done;
    }
}
