package wengert.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import wengert.notation.Notation.Role;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.sweep.LocalJacobian;
import wengert.sweep.Mode;
import wengert.theme.MatrixGrid;
import wengert.trace.Graph;
import wengert.trace.Node;

/// The local derivative of an edge as a matrix, with its structure, where it is small enough to be looked at.
final class JacobianView {

    private static final int MOST_ENTRIES = 1024;

    private final Session session;
    private final Frame frame;
    private final Graph.Edge edge;

    JacobianView(Session session, Frame frame, Graph.Edge edge) {
        this.session = session;
        this.frame = frame;
        this.edge = edge;
    }

    void addTo(VBox content) {
        Graph graph = frame.graph();
        String partial =
                "∂%s/∂%s".formatted(graph.label(edge.node()), graph.label(edge.argument()));
        int rows = Mode.numbers(edge.node().plain());
        int columns = Mode.numbers(edge.argument().plain());
        if (!frame.known(edge.node())) {
            content.getChildren().add(ArrayView.caption(partial + ": not yet"));
            return;
        }
        LocalJacobian local = LocalJacobian.of(edge, MOST_ENTRIES);
        if (local == null) {
            content.getChildren()
                    .add(
                            ArrayView.caption(
                                    "%s is %,d × %,d: too large to be written out, or not real. The rule does without it."
                                            .formatted(partial, rows, columns)));
            return;
        }
        content.getChildren()
                .add(
                        ArrayView.caption(
                                "%s, the local derivative, is %d × %d: %s"
                                        .formatted(
                                                partial,
                                                rows,
                                                columns,
                                                local.structure().words())));
        var matrix = new MatrixGrid(session.dark(), Role.LOCAL, (_, _) -> {});
        matrix.setId("local-jacobian");
        matrix.show(
                names(edge.node(), rows),
                names(edge.argument(), columns),
                local.entries(),
                digits());
        matrix.onPointed(
                (_, _) -> session.pointed().set(edge.argument()),
                () -> session.pointed().set(null));
        content.getChildren().add(WideArray.of(matrix));
    }

    private Digits digits() {
        return frame.story().digits();
    }

    private List<String> names(Node node, int count) {
        var names = new ArrayList<String>();
        for (int k = 0; k < count; k++) {
            names.add(Mode.name(frame.graph(), node, k));
        }
        return names;
    }
}
