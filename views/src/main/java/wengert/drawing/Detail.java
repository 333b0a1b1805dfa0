package wengert.drawing;

import java.util.Locale;
import wengert.story.Digits;

/// What a reader wants to see on cards and links.
///
/// @param values whether cards show values
/// @param adjoints whether they show what a sweep brings: adjoints, or tangents
/// @param digits how many digits numbers have
/// @param weighed whether a link is the thicker the larger the share that it hands back
/// @param unused what becomes of nodes that the result does not depend on
/// @param untaken whether the branches that were not taken are shown, faint
public record Detail(
        boolean values,
        boolean adjoints,
        Digits digits,
        boolean weighed,
        Unused unused,
        boolean untaken) {

    /// What becomes of nodes that the result does not depend on.
    public enum Unused {
        SHOWN,
        FADED,
        HIDDEN;

        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Detail USUAL =
            new Detail(true, true, Digits.USUAL, false, Unused.FADED, true);

    /// The same with only some of the numbers.
    public Detail showing(boolean someValues, boolean someAdjoints) {
        return new Detail(someValues, someAdjoints, digits, weighed, unused, untaken);
    }

    public Detail with(Digits other) {
        return new Detail(values, adjoints, other, weighed, unused, untaken);
    }

    public Detail with(Unused other) {
        return new Detail(values, adjoints, digits, weighed, other, untaken);
    }

    /// The same with links whose thickness says something.
    public Detail weighing() {
        return new Detail(values, adjoints, digits, true, unused, untaken);
    }

    /// The same with links that are all of one thickness.
    public Detail unweighed() {
        return new Detail(values, adjoints, digits, false, unused, untaken);
    }

    /// The same with the branches that were not taken.
    public Detail withUntaken() {
        return new Detail(values, adjoints, digits, weighed, unused, true);
    }

    /// The same without the branches that were not taken.
    public Detail withoutUntaken() {
        return new Detail(values, adjoints, digits, weighed, unused, false);
    }
}
