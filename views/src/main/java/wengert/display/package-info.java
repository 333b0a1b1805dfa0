/// What is displayed: which nodes and groups are visible, and what they show at the moment.
///
/// [Folding] says which groups are folded to one card, [VisibleGraph] is the graph of cards and links that
/// comes of it, and [DisplayGraph] holds it as a GraphStream graph. A step of the sweep changes the
/// attributes that change and no others; the canvas, recorders and tests are sinks of its events.
///
/// Start at [VisibleGraph]. This package looks at [wengert.story] and the engine, and knows no JavaFX.
@NullMarked
package wengert.display;

import org.jspecify.annotations.NullMarked;
