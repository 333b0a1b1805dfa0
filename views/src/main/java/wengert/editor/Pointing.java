package wengert.editor;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.jspecify.annotations.Nullable;
import wengert.run.Run;
import wengert.session.Session;

/// Pointing at an expression lights its node up everywhere and says what it is; pointing at trouble says
/// what is wrong.
final class Pointing {

    private static final double WIDTH = 440;

    private final CodeArea area;
    private final Session session;
    private final Supplier<@Nullable Run> run;
    private final Popup popup = new Popup();
    private final Lines lines = new Lines(WIDTH);

    private Pointing(CodeArea area, Session session, Supplier<@Nullable Run> run) {
        this.area = area;
        this.session = session;
        this.run = run;
    }

    /// @param run the run of exactly the text in the area; null while there is none
    static void install(CodeArea area, Session session, Supplier<@Nullable Run> run) {
        new Pointing(area, session, run).install();
    }

    private void install() {
        lines.setId("glance");
        lines.getStyleClass().add("glance");
        popup.getContent().add(lines);
        popup.setAutoHide(true);
        area.setMouseOverTextDelay(Duration.ofMillis(250));
        area.addEventHandler(
                MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                event -> pointAt(event.getCharacterIndex(), event.getScreenPosition()));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> leave());
    }

    private void pointAt(int offset, Point2D screen) {
        Glance glance = glance(offset);
        session.pointed().set(glance.node());
        if (!glance.lines().isEmpty()) {
            lines.show(glance.lines());
            popup.show(area, screen.getX() + 8, screen.getY() + 16);
        }
    }

    private Glance glance(int offset) {
        Run current = run.get();
        if (current == null) {
            return Glance.NOTHING;
        }
        Glance trouble = Glance.atTrouble(session.diagnostics(), offset);
        if (!trouble.lines().isEmpty()) {
            return trouble;
        }
        return Glance.at(current, session.stale().get() ? null : session.frame().get(), offset);
    }

    private void leave() {
        popup.hide();
        session.pointed().set(null);
    }
}
