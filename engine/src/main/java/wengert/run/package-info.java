/// Running a program: from its tree to results, and to the studies of its differentiated calls.
///
/// [Lowering] resolves names and turns the tree into [Code], the machine runs it under a [Budget]. Whatever is
/// differentiated (`gradient`, `f'`, `jacobian`, …) is recorded on a tape and becomes a [Study]. A [Run] is
/// everything that came of a program: what each statement shows, the studies, what went wrong.
///
/// Start at [Run]. This is the engine's front door; it looks at every other package of the engine.
@NullMarked
package wengert.run;

import org.jspecify.annotations.NullMarked;
