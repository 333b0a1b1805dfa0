package wengert.run;

import wengert.value.Value;

/// Leaving a block early. These are not errors and carry no stack trace.
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
