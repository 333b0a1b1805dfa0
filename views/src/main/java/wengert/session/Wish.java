package wengert.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.run.Run;
import wengert.run.Study;
import wengert.session.Look.Sight;
import wengert.story.Grain;
import wengert.sweep.Mode;

/// What to look at after the next run: the study in the same place if it has the same title, else one with the title,
/// else the one in the place.
record Wish(int place, String title, int depth, Mode mode, Grain grain) {

    /// To go on looking at the same.
    ///
    /// @param trail from one of the studies to what is looked at; empty for nothing yet
    static Wish of(List<Study> trail, List<Study> studies, Mode mode, Grain grain) {
        return trail.isEmpty()
                ? new Wish(0, "", 0, mode, grain)
                : new Wish(
                        Math.max(0, studies.indexOf(trail.getFirst().origin())),
                        trail.getFirst().title(),
                        trail.size() - 1,
                        mode,
                        grain);
    }

    /// What it comes to, ready to be shown; null if there is nothing to look at. To be asked in the background.
    @Nullable Sight among(Run run) {
        List<Study> found = run.studies();
        return found.isEmpty()
                ? null
                : new Look(chosen(found), depth, mode, run.source()).prepared(grain);
    }

    private Study chosen(List<Study> found) {
        Study there = found.get(Math.min(place, found.size() - 1));
        return there.title().equals(title)
                ? there
                : found.stream().filter(s -> s.title().equals(title)).findFirst().orElse(there);
    }
}
