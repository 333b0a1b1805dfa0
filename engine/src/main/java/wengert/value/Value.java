package wengert.value;

/// One thing a program can hold.
///
/// The numbers are [Scalar]s, the arrays [ArrayValue]s and [ArrayRef]s. Functions, modules and tracked values are made
/// elsewhere (by the interpreter and the recorder); here they are open interfaces.
public sealed interface Value
        permits Scalar,
                ArrayValue,
                ArrayRef,
                Char,
                Text,
                Symbol,
                Nothing,
                Tuple,
                NamedTuple,
                Pair,
                Dict,
                Struct,
                Type,
                Tracked,
                Opaque {}
