package wengert.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.drawing.Cards;
import wengert.drawing.Drawing;
import wengert.drawing.Painter;
import wengert.drawing.Theme;
import wengert.layout.LayeredLayout;
import wengert.layout.Placement;
import wengert.run.Study;
import wengert.story.Storyboard;

/// A study, ready to be drawn at any of its moments: laid out once, painted as often as asked for.
///
/// This is what the window and the command line share; whatever either shows, the other can.
public final class Picture {

    /// How many cards are in view before groups are folded.
    public static final int MOST_CARDS = 48;

    private static final Pattern FUNCTION =
            Pattern.compile(
                    "\\w+\\(\\s*([\\p{L}_][\\p{L}\\p{N}_!]*)\\s*,.*|([\\p{L}_][\\p{L}\\p{N}_!]*)'+.*");

    private final Study study;
    private final Storyboard story;
    private final Cards cards;
    private final Placement placement;

    private Picture(Study study, Storyboard story, Cards cards, Placement placement) {
        this.study = study;
        this.story = story;
        this.cards = cards;
        this.placement = placement;
    }

    /// Lays a study out; this can take seconds for thousands of nodes.
    public static Picture of(Study study) {
        Storyboard story = Storyboard.of(study);
        Folding folding = Folding.automatic(study.graph(), MOST_CARDS);
        Cards cards = cards(study, story, folding);
        return new Picture(study, story, cards, new LayeredLayout(cards.visible(), cards).finish());
    }

    /// What is written on the cards of a study.
    public static Cards cards(Study study, Storyboard story, Folding folding) {
        VisibleGraph visible = VisibleGraph.of(study.graph(), folding);
        return new Cards(visible, story, resultName(study));
    }

    /// What the result of a study is called: the function's name.
    public static String resultName(Study study) {
        Matcher call = FUNCTION.matcher(study.title().strip());
        if (!call.matches()) {
            return "";
        }
        String first = call.group(1);
        return first == null ? call.group(2) : first;
    }

    public Study study() {
        return study;
    }

    public Storyboard story() {
        return story;
    }

    public Placement placement() {
        return placement;
    }

    /// The drawing of one moment.
    ///
    /// @param position after how many steps; beyond the end is the end
    public Drawing at(int position, Theme theme) {
        return new Painter(cards, placement, theme)
                .paint(story.frame(position), 1, true, study.title());
    }

    /// The same without a background.
    public Drawing transparentAt(int position, Theme theme) {
        return new Painter(cards, placement, theme)
                .paint(story.frame(position), 1, false, study.title());
    }
}
