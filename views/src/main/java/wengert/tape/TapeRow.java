package wengert.tape;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.theme.Menus;
import wengert.trace.Node;

/// A row lights up while its node is at work, and while it is pointed at, here or elsewhere.
final class TapeRow extends TableRow<Node> {

    private static final PseudoClass AT_WORK = PseudoClass.getPseudoClass("at-work");
    private static final PseudoClass AT_FORWARD = PseudoClass.getPseudoClass("at-forward");
    private static final PseudoClass RECEIVING = PseudoClass.getPseudoClass("receiving");
    private static final PseudoClass BREAKPOINT = PseudoClass.getPseudoClass("breakpoint");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Session session;
    // held here because what they watch holds them only weakly
    private final ObservableValue<@Nullable Frame> frame;
    private final ObservableValue<Boolean> pointed;

    TapeRow(Session session) {
        this.session = session;
        frame = itemProperty().flatMap(_ -> session.frame());
        pointed =
                itemProperty()
                        .flatMap(node -> session.pointed().map(other -> other == node))
                        .orElse(false);
        frame.addListener((_, _, moment) -> light(moment));
        itemProperty().addListener(_ -> light(frame.getValue()));
        pointed.addListener((_, _, is) -> pseudoClassStateChanged(POINTED, is));
        setOnMouseEntered(_ -> session.pointed().set(getItem()));
        setOnMouseExited(_ -> leave());
        Menus.offer(this, this::menu);
    }

    private ContextMenu menu() {
        var here = new MenuItem("Play to here");
        here.setOnAction(_ -> session.playback().playTo(getItem()));
        var stop = new CheckMenuItem("Pause here while playing");
        stop.setOnAction(_ -> session.playback().toggleBreakpoint(getItem()));
        var menu = new ContextMenu(here, stop);
        menu.setOnShowing(_ -> stop.setSelected(isBreakpoint(getItem())));
        return menu;
    }

    private boolean isBreakpoint(@Nullable Node node) {
        return node != null && session.playback().breakpoints().contains(node);
    }

    @Override
    protected void updateItem(@Nullable Node node, boolean empty) {
        super.updateItem(node, empty);
        pseudoClassStateChanged(BREAKPOINT, !empty && isBreakpoint(node));
    }

    private void light(@Nullable Frame moment) {
        Node node = getItem();
        // while another graph comes, rows still hold nodes of the one before
        Frame mine = moment != null && node != null && moment.graph().holds(node) ? moment : null;
        boolean works = mine != null && mine.works(node);
        boolean reverse = mine != null && mine.reversing();
        pseudoClassStateChanged(AT_WORK, works && reverse);
        pseudoClassStateChanged(AT_FORWARD, works && !reverse);
        pseudoClassStateChanged(RECEIVING, mine != null && mine.receives(node));
    }

    private void leave() {
        if (session.pointed().get() == getItem()) {
            session.pointed().set(null);
        }
    }
}
