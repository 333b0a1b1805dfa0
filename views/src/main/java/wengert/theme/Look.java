package wengert.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

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

    private Look() {}

    /// Gives a scene its look, now and whenever `dark` changes.
    public static void follow(Scene scene, ObservableBooleanValue dark) {
        loadFonts();
        wear(scene, dark.get());
        dark.addListener((_, _, isDark) -> wear(scene, isDark));
    }

    private static void wear(Scene scene, boolean dark) {
        var primer = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("wengert.css"), sheet(dark ? "dark.css" : "light.css"));
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
