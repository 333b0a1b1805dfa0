package wengert.app;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import wengert.inspect.ArrayPane;
import wengert.matrix.JacobianPane;
import wengert.matrix.PathsPane;
import wengert.plot.DescentPane;
import wengert.plot.PlotPane;
import wengert.race.RacePane;
import wengert.session.Session;
import wengert.tape.SharesPane;
import wengert.tape.TapePane;

/// The right of the window: the Wengert list, and below it this moment from the side that the user
/// has chosen. A short list takes no more room than it needs, a long one up to half, until the user
/// moves the divider.
final class Details extends SplitPane {

    private static final double LARGEST_PART = 0.48;

    private final TapePane list;
    private final TabPane sides = new TabPane();
    private boolean moved;

    Details(Session session) {
        setOrientation(Orientation.VERTICAL);
        sides.setId("sides");
        sides.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        sides.visibleProperty().bind(session.frame().isNotNull());
        side("Shares", "What the node at work gathers and passes on", _ -> new SharesPane(session));
        side(
                "Arrays",
                "The arrays of the node at work, and its share entry by entry",
                shown -> new ArrayPane(session, shown));
        side(
                "Paths",
                "Every path from an input to the result",
                shown -> new PathsPane(session, shown));
        side(
                "Jacobian",
                "All first or second derivatives as a matrix",
                shown -> new JacobianPane(session, shown));
        side("Race", "Reverse against forward mode", shown -> new RacePane(session, shown));
        side(
                "Plot",
                "The result along one of the numbers that go in, or over two",
                shown -> new PlotPane(session, shown));
        side(
                "Descent",
                "Downhill from where the inputs are, step by step against the gradient",
                shown -> new DescentPane(session, shown));
        list = new TapePane(session);
        getItems().addAll(list, sides);
        heightProperty().subscribe(this::share);
        list.room().subscribe(this::share);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> moved |= isOnDivider(event));
    }

    private void share() {
        double height = getHeight();
        if (!moved && height > 0) {
            setDividerPositions(Math.min(LARGEST_PART, list.prefHeight(-1) / height));
        }
    }

    private static boolean isOnDivider(MouseEvent event) {
        return event.getTarget() instanceof Node node
                && node.getStyleClass().contains("split-pane-divider");
    }

    private void side(
            String title, String explanation, Function<ObservableValue<Boolean>, Node> view) {
        var tab = new Tab(title);
        tab.setTooltip(new Tooltip(explanation));
        sides.getTabs().add(tab);
        tab.selectedProperty()
                .subscribe(selected -> {
                    if (selected && tab.getContent() == null) { // most are never looked at
                        tab.setContent(view.apply(tab.selectedProperty()));
                    }
                });
    }
}
