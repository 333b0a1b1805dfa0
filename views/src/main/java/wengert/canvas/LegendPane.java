package wengert.canvas;

import java.awt.Graphics2D;
import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Drawing;
import wengert.drawing.Legend;
import wengert.export.RasterSurface;

/// What the shapes, signs and colours of the graph mean, in a corner of it.
final class LegendPane extends StackPane {

    private static final double MARGIN = 12;

    private final ImageView picture = new ImageView();
    private @Nullable Scenery shown;
    private double room;
    private double ratio;

    LegendPane() {
        setId("legend");
        getStyleClass().add("graph-legend");
        setMouseTransparent(true);
        setVisible(false);
        getChildren().setAll(picture);
    }

    /// @param scenery what is to be explained; null for nothing
    /// @param height how high there is room
    /// @param pixels how many of the screen are in one of the window's units
    void show(@Nullable Scenery scenery, double height, double pixels) {
        setVisible(scenery != null);
        if (scenery == null || (scenery == shown && height == room && pixels == ratio)) {
            return;
        }
        shown = scenery;
        room = height;
        ratio = pixels;
        paint(scenery);
    }

    private void paint(Scenery scenery) {
        Legend legend = fitting(scenery);
        int width = (int) Math.ceil((legend.width() + 2 * MARGIN) * ratio);
        int height = (int) Math.ceil((legend.height() + 2 * MARGIN - 4) * ratio);
        var bitmap = new Bitmap(width, height);
        bitmap.fill(Bitmap.argb(scenery.painter().theme().card()));
        Graphics2D graphics = bitmap.graphics();
        graphics.scale(ratio, ratio);
        Drawing.paint(legend.marks(MARGIN, MARGIN - 2), new RasterSurface(graphics));
        graphics.dispose();
        var buffer =
                new PixelBuffer<>(
                        width,
                        height,
                        IntBuffer.wrap(bitmap.pixels()),
                        PixelFormat.getIntArgbPreInstance());
        picture.setImage(new WritableImage(buffer));
        picture.setFitWidth(width / ratio);
        picture.setFitHeight(height / ratio);
    }

    /// In one column, or in as many as it takes not to be higher than there is room.
    private Legend fitting(Scenery scenery) {
        Legend narrow = new Legend(scenery.painter().cards(), scenery.painter().theme(), 0);
        double columns = Math.ceil(narrow.height() / Math.max(100, room - 2 * MARGIN));
        return columns <= 1
                ? narrow
                : new Legend(
                        scenery.painter().cards(),
                        scenery.painter().theme(),
                        columns * (narrow.width() + 40));
    }
}
