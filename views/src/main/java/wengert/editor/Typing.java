package wengert.editor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// What keys do in a program that they do not do in any text: indent, comment out, write `α`.
final class Typing {

    private final CodeArea area;

    private Typing(CodeArea area) {
        this.area = area;
    }

    static Typing install(CodeArea area) {
        var typing = new Typing(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, typing::pressed);
        area.addEventHandler(KeyEvent.KEY_TYPED, _ -> typing.closeBlock());
        return typing;
    }

    /// Makes a comment of the lines of the selection; or, if they are one, makes them a program again.
    void toggleComment() {
        change(Indentation::commentToggled);
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed() || event.isAltDown()) {
            return; // a list of names may have taken it
        }
        KeyCode key = event.getCode();
        boolean plain = !event.isControlDown() && !event.isMetaDown();
        if (plain && key == KeyCode.TAB && event.isShiftDown()) {
            change(Indentation::shallower);
        } else if (plain && key == KeyCode.TAB) {
            tab();
        } else if (plain && key == KeyCode.ENTER) {
            newLine();
        } else if (event.isShortcutDown() && (key == KeyCode.SLASH || key == KeyCode.DIVIDE)) {
            toggleComment();
        } else {
            return;
        }
        event.consume();
    }

    private void tab() {
        int paragraph = area.getCurrentParagraph();
        int name = LatexNames.start(line(paragraph), area.getCaretColumn());
        if (area.getSelectedText().contains("\n")) {
            change(Indentation::deeper);
        } else if (name >= 0) {
            String written = line(paragraph).substring(name + 1, area.getCaretColumn());
            String character = LatexNames.character(written);
            area.replaceText(
                    area.getCaretPosition() - written.length() - 1,
                    area.getCaretPosition(),
                    character == null ? "" : character);
        } else {
            int width = Indentation.UNIT.length();
            area.replaceSelection(" ".repeat(width - area.getCaretColumn() % width));
        }
    }

    private void newLine() {
        int caret = area.getSelection().getStart();
        var position = area.offsetToPosition(caret, Bias.Forward);
        String before = line(position.getMajor()).substring(0, position.getMinor());
        area.replaceSelection("\n" + Indentation.after(before));
        area.requestFollowCaret();
    }

    /// An `end` or `else` that was just completed moves one level out, to the block that it belongs to.
    private void closeBlock() {
        int paragraph = area.getCurrentParagraph();
        String line = line(paragraph);
        String above = lineAbove(paragraph);
        if (above != null
                && area.getCaretColumn() == line.length()
                && Indentation.closes(line)
                && Indentation.of(line).length() >= Indentation.UNIT.length()
                && Indentation.of(line).equals(Indentation.after(above))) {
            area.deleteText(paragraph, 0, paragraph, Indentation.UNIT.length());
            area.moveTo(
                    paragraph, area.getParagraphLength(paragraph)); // it went to what was deleted
        }
    }

    private @Nullable String lineAbove(int paragraph) {
        return IntStream.iterate(paragraph - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(this::line)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(null);
    }

    /// Replaces the lines of the selection, and keeps them selected if there were several.
    private void change(UnaryOperator<List<String>> how) {
        IndexRange selection = area.getSelection();
        int first = area.offsetToPosition(selection.getStart(), Bias.Forward).getMajor();
        int last = area.offsetToPosition(selection.getEnd(), Bias.Backward).getMajor();
        if (last > first
                && area.offsetToPosition(selection.getEnd(), Bias.Forward).getMinor() == 0) {
            last--;
        }
        int start = area.getAbsolutePosition(first, 0);
        int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
        int caretFromEnd = end - area.getCaretPosition();
        var lines = IntStream.rangeClosed(first, last).mapToObj(this::line).toList();
        String changed = String.join("\n", how.apply(lines));
        if (changed.equals(String.join("\n", lines))) {
            return;
        }
        area.replaceText(start, end, changed);
        if (selection.getLength() > 0) {
            area.selectRange(start, start + changed.length());
        } else {
            area.moveTo(
                    Math.clamp(start + changed.length() - caretFromEnd, start, area.getLength()));
        }
    }

    private String line(int paragraph) {
        return area.getParagraph(paragraph).getText();
    }
}
