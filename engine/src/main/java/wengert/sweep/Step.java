package wengert.sweep;

import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// One moment of a study: a value computed, the seed set, a share handed back, a tangent computed.
///
/// A step carries everything a reader needs to follow it, so that views, exports and tests can replay a
/// sweep without the engine. Values are plain numbers and arrays.
public sealed interface Step {

    /// The node at work.
    Node node();

    /// `node` was computed (or, for an input or constant, is there).
    record Evaluation(Node node, Value value) implements Step {}

    /// The sweep begins: the adjoint of the output is set.
    record Seed(Node node, Value adjoint) implements Step {}

    /// `node` hands its argument `slot` a share of its adjoint.
    ///
    /// @param adjoint the finished adjoint of `node`
    /// @param share what this edge contributes: the adjoint times the local derivative
    /// @param count which share this is for the argument, from 1
    /// @param received all shares that the argument was handed
    record Share(Node node, int slot, Value adjoint, Value share, int count, Received received)
            implements Step {

        /// The argument's adjoint after the share has been added; added up when asked for.
        public Value total() {
            return received.total(count);
        }

        public Node argument() {
            return node.arguments().get(slot);
        }

        public Graph.Edge edge() {
            return new Graph.Edge(node, slot);
        }
    }

    /// Forward mode: the tangent of `node` was computed from those of its arguments (or, for an input, set).
    record Tangent(Node node, Value tangent) implements Step {}
}
