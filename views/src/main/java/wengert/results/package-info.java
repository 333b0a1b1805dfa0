/// The results: what each statement of the program came to, as the REPL would print it.
///
/// Start at [ResultsPane]. This package looks at [wengert.session], [wengert.theme] and the engine.
@NullMarked
package wengert.results;

import org.jspecify.annotations.NullMarked;
