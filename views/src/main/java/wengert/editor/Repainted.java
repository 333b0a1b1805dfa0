package wengert.editor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;

/// The part of a text whose colours have changed: the area makes every line anew that it is given colours for, and after
/// most keystrokes none need be.
///
/// @param from where it begins
record Repainted(int from, StyleSpans<Collection<String>> styles) {

    /// Empty if the styles are the same everywhere.
    static Optional<Repainted> between(
            StyleSpans<Collection<String>> before, StyleSpans<Collection<String>> now) {
        int first = -1;
        int last = -1;
        int at = 0;
        int beforeEnd = 0;
        int nowEnd = 0;
        var old = before.iterator();
        var next = now.iterator();
        Collection<String> a = List.of();
        Collection<String> b = List.of();
        while (at < now.length()) {
            while (beforeEnd <= at) {
                StyleSpan<Collection<String>> span = old.next();
                beforeEnd += span.getLength();
                a = span.getStyle();
            }
            while (nowEnd <= at) {
                StyleSpan<Collection<String>> span = next.next();
                nowEnd += span.getLength();
                b = span.getStyle();
            }
            int end = Math.min(beforeEnd, nowEnd);
            // as lists, since a list and a set never equal each other
            if (!List.copyOf(a).equals(List.copyOf(b))) {
                first = first < 0 ? at : first;
                last = end;
            }
            at = end;
        }
        return first < 0
                ? Optional.empty()
                : Optional.of(new Repainted(first, now.subView(first, last)));
    }
}
