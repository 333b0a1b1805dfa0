package wengert.layout;

import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.Stub;
import wengert.trace.Group;

/// How large things are that are to be placed.
public interface Sizes {

    double width(Card card);

    double height(Card card);

    /// Room that a card needs beside it on the right, for the arrow with the result's name.
    default double beside(Card card) {
        return 0;
    }

    /// What is written about a branch that was not taken.
    default double width(Stub stub) {
        double said = 7.0 * stub.branch().untaken().text().length();
        double why = 5.6 * (11 + stub.branch().fork().condition().text().length());
        return Math.clamp(26 + Math.max(said, why), 100, 270);
    }

    default double height(Stub stub) {
        return 46;
    }

    /// The width of what is written on a link while it is at work; 0 for nothing.
    double label(Link link);

    double labelHeight();

    /// How wide an open group has to be for its title and what stands beside that.
    double title(Group group);

    /// The height of a group's title.
    double titleHeight();
}
