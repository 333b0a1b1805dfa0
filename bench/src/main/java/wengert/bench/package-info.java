/// Figures: what the engine costs, beside what hand-written Java costs, measured with JMH.
///
/// The [rivals][wengert.rival] are gradients as one would write them by hand. Each benchmark measures one of them and Wengert's
/// ways to the same numbers in one run, so that their ratios mean something. [Figures] prints the tables of
/// `docs/performance.md`.
@NullMarked
package wengert.bench;

import org.jspecify.annotations.NullMarked;
