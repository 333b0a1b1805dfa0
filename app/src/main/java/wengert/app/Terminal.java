package wengert.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command writes to: its results to one side, its complaints to the other.
record Terminal(PrintStream out, PrintStream err) {

    /// The process's own, in UTF-8 whatever the locale, and buffered.
    static Terminal standard() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), false, StandardCharsets.UTF_8);
    }

    void say(String text) {
        out.print(text + "\n");
        out.flush();
    }

    void complain(String text) {
        err.print(text + "\n");
        err.flush();
    }
}
