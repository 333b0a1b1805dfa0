package wengert.editor;

/// A line of what is said about something in the program.
///
/// @param styleClass what kind of thing it is: `code`, `plain`, `value`, `adjoint`, `aside`, `wrong`
record Line(String text, String styleClass) {

    static Line code(String text) {
        return new Line(text, "code");
    }

    static Line plain(String text) {
        return new Line(text, "plain");
    }

    static Line value(String text) {
        return new Line(text, "value");
    }

    static Line adjoint(String text) {
        return new Line(text, "adjoint");
    }

    static Line aside(String text) {
        return new Line(text, "aside");
    }

    static Line wrong(String text) {
        return new Line(text, "wrong");
    }
}
