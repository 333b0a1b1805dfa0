package wengert.bench.screen;

import javafx.scene.layout.StackPane;
import org.graphstream.graph.Graph;
import org.graphstream.ui.fx_viewer.FxViewPanel;
import org.graphstream.ui.fx_viewer.FxViewer;
import org.graphstream.ui.javafx.FxGraphRenderer;
import org.graphstream.ui.view.camera.Camera;
import wengert.display.DisplayGraph;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Placement;
import wengert.layout.Rect;

/// GraphStream's own JavaFX viewer with the same graph in the same places, without labels.
final class GraphStreamViewer {

    private final Placement placement;

    GraphStreamViewer(Placement placement) {
        this.placement = placement;
    }

    Figures pan(int frames) throws InterruptedException {
        Graph graph = new DisplayGraph(placement.visible()).graph();
        for (Card card : placement.visible().cards()) {
            Rect box = placement.card(card);
            graph.getNode(card.id()).setAttribute("xyz", box.centerX(), -box.centerY(), 0);
        }
        var views = new FxViewPanel[1];
        var stages = new Stage[1];
        var viewer = new FxViewer(graph, FxViewer.ThreadingModel.GRAPH_IN_ANOTHER_THREAD);
        viewer.disableAutoLayout();
        Stage.onScreen(() -> {
            views[0] = (FxViewPanel) viewer.addDefaultView(false, new FxGraphRenderer());
            stages[0] = new Stage(new StackPane(views[0]));
        });
        Stage stage = stages[0];
        stage.frames(8, _ -> views[0].display(viewer.getGraphicGraph(), true));
        Camera camera = views[0].getCamera();
        camera.setViewPercent(1);
        Figures figures =
                stage.frames(
                        frames,
                        _ -> {
                            var center = camera.getViewCenter();
                            camera.setViewCenter(center.x + 1, center.y, center.z);
                            views[0].display(viewer.getGraphicGraph(), true);
                        });
        viewer.close();
        return figures;
    }
}
