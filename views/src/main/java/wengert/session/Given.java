package wengert.session;

import java.util.ArrayList;
import java.util.List;
import wengert.explore.Origin;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.sweep.Mode;
import wengert.trace.Node;

/// The numbers that a program gives to a study: there may be very many, so this is found out in the background.
///
/// @param numbers all of them, arrays column by column; none where they are not plain real numbers
/// @param names what they are called: `x`, `w[2]`
/// @param slots which of them belong to which input
/// @param source the text that the study is of
record Given(double[] numbers, List<String> names, List<Slot> slots, SourceText source) {

    static final Given NOTHING =
            new Given(new double[0], List.of(), List.of(), new SourceText("", ""));

    /// An input of the study.
    ///
    /// @param at its first number's place among all
    record Slot(Node input, Origin origin, int at, int length) {

        int end() {
            return at + length;
        }
    }

    Given {
        names = List.copyOf(names);
        slots = List.copyOf(slots);
    }

    static Given to(Study study, SourceText source) {
        double[] found = study.fast().numbers();
        var names = new ArrayList<String>();
        var slots = new ArrayList<Slot>();
        List<Origin> origins = Origin.of(source, study);
        List<Node> inputs = study.graph().inputs();
        int at = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Node input = inputs.get(i);
            int length = Mode.numbers(input.plain());
            slots.add(new Slot(input, origins.get(i), at, length));
            for (int entry = 0; found != null && entry < length; entry++) {
                names.add(Mode.name(study.graph(), input, entry));
            }
            at += length;
        }
        return new Given(found == null ? new double[0] : found, names, slots, source);
    }
}
