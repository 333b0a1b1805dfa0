package wengert.app;

/// Something that was asked for on the command line and cannot be.
final class Wrong extends Exception {

    private static final long serialVersionUID = 1;

    private final String sentence;

    /// @param sentence what is wrong, a phrase
    Wrong(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
