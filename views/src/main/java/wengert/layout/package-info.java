/// Layout: where everything goes.
///
/// A [Layout] arranges the cards of a visible graph in layers along the [Flow] of values, or by force, as an
/// [Arrangement] says, and draws the links as smooth curves around the cards. What comes out is a [Placement]. It runs
/// on whatever thread asks, can be cancelled at any moment, and knows nothing of what is drawn but its size.
///
/// Inside, [Nesting] takes the groups apart, so that each is a [Plan] of items and wires, and sees that their borders
/// suit each other ([Agreement]). A plan becomes a [Sheet] in four steps: [Ranks] gives items their layers, [Lanes] leads
/// wires through them, [Crossings] finds their order, [Heights] their place. [Search] tries several ways to take the
/// first three. Layers and heights are found by the same method, [Simplex]. Groups in a row that can go on side by side are
/// put on a [Staircase].
///
/// Start at [Placement]. This package looks at [wengert.display] and knows no JavaFX.
@NullMarked
package wengert.layout;

import org.jspecify.annotations.NullMarked;
