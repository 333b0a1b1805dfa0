package wengert.views;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import wengert.session.Session;
import wengert.theme.Look;

/// Shows one view by itself, as it looks in the window.
public final class Alone {

    private Alone() {}

    public static void show(
            Stage stage, Session session, Parent view, double width, double height) {
        var scene = new Scene(view, width, height);
        Look.follow(scene, session.dark());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }
}
