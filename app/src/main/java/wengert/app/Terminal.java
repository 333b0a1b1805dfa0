package wengert.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command writes to: its results to one side, its complaints to the other.
record Terminal(PrintStream out, PrintStream err) {

    /// The process's own, in UTF-8 whatever the locale, and buffered.
    static Terminal standard() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new Pipe(to), false, StandardCharsets.UTF_8);
    }

    /// Takes it for no failure when the reader has read enough: `wengert trace long.jl | head`.
    private static final class Pipe extends FileOutputStream {

        Pipe(FileDescriptor to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                super.write(bytes, from, count);
            } catch (IOException e) {
                if (!"Broken pipe".equals(e.getMessage())) {
                    throw e;
                }
            }
        }
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
