package wengert.editor;

import java.util.ArrayList;
import java.util.List;
import wengert.story.RuleText;

/// A name that could stand at the caret.
///
/// @param name as it is listed: `sin`, `\alpha`
/// @param insert what is written for it: `sin`, `α`
/// @param place where it comes from, in a word or two: `yours`, `Base`, `using Statistics`
/// @param signature how it is called: `sin(x)`; of what cannot be called, the name; of a sign nothing
/// @param summary one line on what it is; may be empty
/// @param rank what comes first: the lower
record Proposal(
        String name, String insert, String place, String signature, String summary, int rank) {

    /// What there is to say of the name: how it is called, what it does, how it differentiates.
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        if (!signature.isEmpty()) {
            lines.add(Line.code(signature));
        }
        if (!summary.isEmpty()) {
            lines.add(Line.plain(summary.replace("`", "")));
        }
        if (rank >= Completion.IN_USE) {
            RuleText.of(name).forEach(rule -> lines.add(Line.code(rule)));
        }
        return lines;
    }
}
