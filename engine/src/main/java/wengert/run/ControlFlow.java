package wengert.run;

import wengert.value.Value;

/// Leaving a block early. These are not errors and carry no stack trace.
@SuppressWarnings("StaticAssignmentOfThrowable") // a jump is a signal, the same one every time
abstract sealed class ControlFlow extends RuntimeException {

    private ControlFlow() {
        super(null, null, false, false);
    }

    static final class Break extends ControlFlow {
        static final Break NOW = new Break();
    }

    static final class Continue extends ControlFlow {
        static final Continue NOW = new Continue();
    }

    static final class Return extends ControlFlow {
        final transient Value value;

        Return(Value value) {
            this.value = value;
        }
    }
}
