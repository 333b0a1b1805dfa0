package wengert.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.story.Grain;
import wengert.story.Storyboard;
import wengert.sweep.Mode;

/// What is to be looked at: a study or a derivative of it, by which sweep.
///
/// @param base a study of the program's
/// @param depth how often it is differentiated again
/// @param source the program
record Look(Study base, int depth, Mode mode, SourceText source) {

    /// Does the work that showing it takes; away from the interface thread.
    Sight prepared(Grain grain) {
        List<Study> trail = List.of(base);
        for (int k = 0; k < depth; k++) {
            trail = deeper(trail);
        }
        return of(trail, mode, grain, source);
    }

    /// A trail with the gradient's own graph at its end; away from the interface thread.
    static List<Study> deeper(List<Study> trail) {
        var longer = new ArrayList<>(trail);
        longer.add(trail.getLast().differentiateAgain());
        return longer;
    }

    /// The same for studies that are there already.
    static Sight of(List<Study> trail, Mode mode, Grain grain, SourceText source) {
        Study shown = trail.getLast();
        Mode possible = Mode.like(mode, shown.graph()).contains(mode) ? mode : Mode.REVERSE;
        var story = Storyboard.of(shown, possible);
        // what is found out once is found out while nobody waits
        var _ = story.occurrences();
        var _ = shown.graph().useCount(shown.graph().output());
        var _ = shown.graph().useful(shown.graph().output());
        Study base = trail.getFirst();
        Given given = base.origin() == base ? Given.to(base, source) : null;
        return new Sight(trail, possible, story, grain.stops(story), given);
    }

    /// A look, ready to be shown.
    ///
    /// @param trail from the program's study to the one that is shown, each the derivative of the one before
    /// @param stops where the reader stops
    /// @param given what goes in; null for a study at other inputs than the program's
    record Sight(
            List<Study> trail, Mode mode, Storyboard story, int[] stops, @Nullable Given given) {
        Sight {
            trail = List.copyOf(trail);
        }

        Study shown() {
            return trail.getLast();
        }

        /// Where a reader stops who goes to a position; 0 is no stop, and the beginning.
        int stop(int position) {
            int found = Arrays.binarySearch(stops, position);
            boolean between = position > 0 && found < 0 && -found - 1 < stops.length;
            return between ? stops[-found - 1] : position;
        }
    }
}
