package wengert.library;

import wengert.value.Opaque;
import wengert.value.Text;
import wengert.value.Type;
import wengert.value.Value;

/// Where text is printed to: `stdout`, or an `IOBuffer` that keeps it.
public final class Stream implements Opaque {

    /// `stdout`, which is also where `stderr` goes.
    static final Stream STANDARD = new Stream(false);

    private final boolean keeps;
    private final StringBuilder text = new StringBuilder();

    private Stream(boolean keeps) {
        this.keeps = keeps;
    }

    public static Stream buffer() {
        return new Stream(true);
    }

    void print(Machine machine, String words) {
        if (keeps) {
            machine.allocate((long) text.length() + words.length());
            text.append(words);
        } else {
            machine.print(words);
        }
    }

    /// What was printed since the last time.
    public Value take() {
        var taken = new Text(text.toString());
        text.setLength(0);
        return taken;
    }

    @Override
    public String show() {
        return keeps ? "IOBuffer()" : "stdout";
    }

    @Override
    public Type type() {
        return Type.of("IO");
    }
}
