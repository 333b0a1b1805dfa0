package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Tracked;
import wengert.value.Value;

/// One elementary operation: what it computes, how it differentiates, how it is written.
///
/// Arguments and results are numbers and immutable arrays. An operation is a value: two that do the same
/// are equal.
public interface Op extends Tracked.Operation {

    /// What it is called in the language: `sin`, `+`, `getindex`.
    String symbol();

    /// Computes the result from plain arguments (none of them tracked).
    ///
    /// @throws wengert.value.JuliaError if the arguments do not fit, naming them
    @Override
    Value evaluate(List<Value> x);

    /// Forward mode: the tangent of the result, given the tangents `dx` of the arguments; null stands for zero.
    ///
    /// @param y the result, computed already
    <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx);

    /// Reverse mode: the share of the result's adjoint that argument `i` receives; null where the result does
    /// not depend on it or is flat in it.
    ///
    /// For complex numbers the convention is Zygote's: the share is the adjoint times the conjugate of the derivative.
    <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i);

    /// Reverse mode for all arguments, where one look at them serves all.
    default <V> Handing<V> handing(Algebra<V> in, List<V> x, V y, V adjoint) {
        return i -> vjp(in, x, y, adjoint, i);
    }

    /// Gives each argument its share, as [#vjp] does.
    interface Handing<V> {
        @Nullable V share(int i);
    }

    /// How it is written, applied to arguments.
    Notation notation(List<Notation> x);

    /// What it does to gradients, in one plain sentence without a full stop:
    /// `sum` "gives every element the same gradient".
    String sentence();

    /// What it does to tangents, said like [#sentence]: `sum` "adds up the tangents of all the elements".
    String tangentSentence();

    /// A sign for its card: `×`, `⋅`, `sin`, `∑`.
    default String sign() {
        return symbol();
    }

    /// Whether the arguments may change places, so that a picture need not tell them apart.
    default boolean commutative() {
        return false;
    }

    /// What argument `i` is called at its place on the card, where a picture tells the arguments apart: a sign or two.
    default String slot(int i) {
        return Integer.toString(i + 1);
    }

    /// Whether a share of null says that the gradient ends here, and not that the operation is flat: what is cut off
    /// has no gradient at all, what is flat has the gradient 0.
    default boolean cutsOff() {
        return false;
    }

    /// The operation without what the program has hooked into its gradient.
    default Op bare() {
        return this;
    }

    /// The value, computed by operations of which each can be followed by itself, where this one stands for several.
    default Value unfolded(List<Value> x) {
        return Values.IN.apply(this, x);
    }

    /// What the share of argument `i` turns on.
    default Turn turnsOn(int i) {
        return Turn.NOTHING;
    }

    /// What the share of argument `i` turns on, as something that can be computed from that argument: a number or several that
    /// have to stay the same. Null where [#turnsOn] says all.
    default @Nullable Op decider(int i) {
        return null;
    }

    /// Where the value sits on a kink (`abs` at 0, a tie in `max`), what the kink is and which side we take;
    /// null elsewhere.
    default @Nullable String kink(List<Value> x) {
        return null;
    }
}
