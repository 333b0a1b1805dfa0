package wengert.theme;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import wengert.drawing.Colour;

/// The two ways the window can look.
public final class Look {

    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-Medium.ttf",
                    "Inter-SemiBold.ttf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-SemiBold.ttf",
                    "DejaVuSans.ttf",
                    "DejaVuSans-Bold.ttf");

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private static boolean followsPopups;

    private Look() {}

    /// Gives a scene its look, now and whenever `dark` changes.
    public static void follow(Scene scene, ObservableBooleanValue dark) {
        loadFonts();
        followPopups();
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("wengert.css"), sheet("light.css"), sheet("dark.css"));
        dark.subscribe(isDark -> wear(scene, isDark));
    }

    private static void wear(Scene scene, boolean dark) {
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
        Window.getWindows().forEach(Look::wearLikeItsOwner);
    }

    /// Menus and tooltips are windows of their own.
    private static void wearLikeItsOwner(Window window) {
        if (window instanceof PopupWindow popup
                && popup.getOwnerWindow() != null
                && popup.getOwnerWindow().getScene() != null) {
            Parent owner = popup.getOwnerWindow().getScene().getRoot();
            boolean dark = owner.getPseudoClassStates().contains(DARK);
            popup.getScene().getRoot().pseudoClassStateChanged(DARK, dark);
        }
    }

    private static void followPopups() {
        if (!followsPopups) {
            followsPopups = true;
            Window.getWindows()
                    .addListener(
                            (ListChangeListener<Window>)
                                    change -> {
                                        while (change.next()) {
                                            change.getAddedSubList()
                                                    .forEach(Look::wearLikeItsOwner);
                                        }
                                    });
        }
    }

    /// A colour of drawings as the window's own canvases have it.
    public static Color color(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue(), colour.opacity());
    }

    private static String sheet(String name) {
        URL found = Look.class.getResource(name);
        if (found == null) {
            throw new IllegalStateException("no stylesheet " + name);
        }
        return found.toExternalForm();
    }

    private static void loadFonts() {
        for (String name : FONTS) {
            try (InputStream file = Look.class.getResourceAsStream("/wengert/drawing/" + name)) {
                if (file == null) {
                    throw new IllegalStateException("no font " + name);
                }
                Font.loadFont(file, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
