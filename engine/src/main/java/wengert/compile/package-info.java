/// Fast code for a study that is asked for again and again: its value and gradient at other inputs.
///
/// A graph and its gradient's graph, which come from the same rules as ever, are [flattened][Flattening] into
/// operations on one array of doubles, where those that were done element by element are [one operation on an array
/// again][Packs]. They are put into an [order][Schedule] in which numbers are used soon after they were computed, what
/// the way back needs and costs little is [computed again][Recomputing], operations on arrays are [put together][Fusion],
/// every number gets its [cell][Storage], and the loops of the program are [found again][Rolling], as is
/// [what comes again][Passages] at cells in no order. The result, [Flat], is [interpreted][Interpreted] at once and
/// [compiled][Compiled] to bytecode when it is wanted often.
///
/// A graph is of what ran. Where the program, or a rule, decided by a number, a [Guard] notices when the decision would
/// be another one, and the way that records has to answer.
///
/// Start at [FastGradient], the door. This package looks at [wengert.sweep], [wengert.trace], [wengert.ops] and
/// [wengert.value].
@NullMarked
package wengert.compile;

import org.jspecify.annotations.NullMarked;
