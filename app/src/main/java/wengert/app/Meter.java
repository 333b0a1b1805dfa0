package wengert.app;

import wengert.export.Progress;

/// Shows on a terminal how far something has come that takes longer than a moment: `film.mp4: 37 %`.
///
/// The line goes away when the work is done. Where nobody watches, nothing is written.
final class Meter implements Progress, AutoCloseable {

    private static final long MOMENT = 1_500_000_000L;
    private static final long BETWEEN = 200_000_000L;

    private final Terminal terminal;
    private final String what;
    private final long begin = System.nanoTime();
    private long last = begin + MOMENT - BETWEEN;
    private int written;

    /// @param what is being made
    Meter(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    @Override
    public void at(double part) {
        long now = System.nanoTime();
        if (now - last < BETWEEN || !isWatched()) {
            return;
        }
        last = now;
        String line = "%s: %d %%".formatted(what, Math.round(100 * part));
        terminal.err().print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
        terminal.err().flush();
        written = line.length();
    }

    @Override
    public void close() {
        if (written > 0) {
            terminal.err().print("\r" + " ".repeat(written) + "\r");
            terminal.err().flush();
        }
    }

    // it is null where there is no terminal, from Java 25 on again
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
