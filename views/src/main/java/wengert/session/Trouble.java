package wengert.session;

/// What goes wrong because we are wrong, away from the interface thread: nobody calls there who could catch it.
public final class Trouble {

    private Trouble() {}

    /// Tells whoever watches over this thread's uncaught exceptions, who finds words for it.
    public static void report(Throwable wrong) {
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, wrong);
    }
}
