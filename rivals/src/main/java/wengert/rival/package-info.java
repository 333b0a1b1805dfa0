/// Rivals: the programs of `samples/benchmarks` once more, value and gradient written by hand in Java.
///
/// They are what the engine's speed is measured against, so they have to compute the same: a test holds their numbers
/// against those of every way that the engine has. [Rivals] lists them, [Subjects] records the samples that they are
/// rivals to. The figures themselves come from `bench`, which is built only when they are wanted.
@NullMarked
package wengert.rival;

import org.jspecify.annotations.NullMarked;
