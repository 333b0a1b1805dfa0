/// Layout: where everything goes.
///
/// [LayeredLayout] lets ELK arrange the cards of a visible graph in layers from left to right, in the order
/// in which the program was written as far as that helps, and draws the links as smooth curves around the
/// cards. What comes out is a [Placement]. A very large graph gets a plain draft instead, by [Draft]. Both run on
/// whatever thread asks, can be cancelled at any moment, and know nothing of what is drawn but its size.
///
/// Start at [Placement]. This package looks at [wengert.display] and knows no JavaFX.
@NullMarked
package wengert.layout;

import org.jspecify.annotations.NullMarked;
