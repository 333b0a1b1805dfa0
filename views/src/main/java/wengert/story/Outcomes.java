package wengert.story;

import java.util.List;
import java.util.Objects;
import wengert.run.Study;
import wengert.sweep.Mode;
import wengert.trace.Node;

/// Which derivative a forward sweep ends with at each output: `∂y/∂x[1]`.
///
/// @param outputs the nodes it ends at; none of a reverse sweep
/// @param result what the result is called; empty where it has no name of its own
/// @param direction the number that moves
record Outcomes(List<Node> outputs, String result, String direction) {

    static final Outcomes NONE = new Outcomes(List.of(), "", "");

    Outcomes {
        outputs = List.copyOf(outputs);
    }

    static Outcomes of(Study study, Mode mode) {
        return mode instanceof Mode.Forward forward
                ? new Outcomes(
                        study.graph().outputs(), ResultName.of(study), forward.name(study.graph()))
                : NONE;
    }

    /// Empty for what is no output.
    ///
    /// @param label what the node is called otherwise
    String at(Node node, String label) {
        if (!outputs.contains(node)) {
            return "";
        }
        boolean named = outputs.size() == 1 && !result.isEmpty();
        String name = named ? result : Objects.requireNonNullElse(ResultName.adjoint(node), label);
        return "∂%s/∂%s".formatted(name, direction);
    }
}
