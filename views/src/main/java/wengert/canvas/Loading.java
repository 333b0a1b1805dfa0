package wengert.canvas;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import wengert.display.Counterparts;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.drawing.Cards;
import wengert.drawing.Detail;
import wengert.export.Picture;
import wengert.layout.Arrangement;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.run.Study;
import wengert.story.Storyboard;

/// Lays studies out, away from the interface thread, one at a time: a new one ends the one before.
final class Loading {

    /// More cards than this are shown as a draft while the good layout is computed.
    private static final int MOST_TO_WAIT_FOR = 150;

    private final BiConsumer<Cards, Placement> done;
    private @Nullable Layout current;
    private int request;

    /// @param done told of each placement on the interface thread: perhaps a draft, then the good one
    Loading(BiConsumer<Cards, Placement> done) {
        this.done = done;
        var warmUp = new Thread(Layout::warmUp, "layout warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
    }

    /// Begins with a study.
    ///
    /// @param folding null to fold only what is too much to look at
    void load(Study study, Storyboard story, @Nullable Folding folding, Detail detail) {
        cancel();
        int ticket = request;
        CompletableFuture.supplyAsync(() -> cards(study, story, folding, detail))
                .thenAccept(cards -> Platform.runLater(() -> arrange(cards, ticket)))
                .exceptionally(Loading::report);
    }

    /// Begins with a study of another run. Where only numbers have changed, everything stays in its place.
    ///
    /// @param before what is shown of the run before
    void loadAgain(Study study, Storyboard story, Placement before, Detail detail) {
        cancel();
        int ticket = request;
        CompletableFuture.runAsync(
                        () -> {
                            VisibleGraph old = before.visible();
                            Counterparts pairs = Counterparts.of(old.graph(), study.graph());
                            Folding folding = pairs == null ? null : pairs.of(old.folding());
                            Cards cards = cards(study, story, folding, detail);
                            Placement same =
                                    pairs == null ? null : before.over(cards.visible(), cards);
                            Platform.runLater(() -> {
                                if (ticket == request) {
                                    if (same == null) {
                                        arrange(cards, ticket);
                                    } else {
                                        done.accept(cards, same);
                                    }
                                }
                            });
                        })
                .exceptionally(Loading::report);
    }

    void cancel() {
        request++;
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    private static Cards cards(
            Study study, Storyboard story, @Nullable Folding folding, Detail detail) {
        Folding wanted =
                folding == null ? Folding.automatic(study.graph(), Picture.MOST_CARDS) : folding;
        return Picture.cards(study, story, wanted, detail);
    }

    private void arrange(Cards cards, int ticket) {
        if (ticket != request) {
            return;
        }
        var layout = new Layout(cards.visible(), cards);
        current = layout;
        if (cards.visible().cards().size() > MOST_TO_WAIT_FOR) {
            CompletableFuture.supplyAsync(
                            () -> Layout.draft(cards.visible(), cards, Arrangement.DEFAULT))
                    .thenAccept(draft -> publish(cards, draft, ticket, layout))
                    .exceptionally(Loading::report);
        }
        layout.start()
                .thenAccept(placement -> publish(cards, placement, ticket, null))
                .exceptionally(Loading::report);
    }

    /// @param unless the layout that makes this one needless once it is there
    private void publish(Cards cards, Placement placement, int ticket, @Nullable Layout unless) {
        Platform.runLater(() -> {
            if (ticket == request && (unless == null || current == unless)) {
                if (unless == null) {
                    current = null;
                }
                done.accept(cards, placement);
            }
        });
    }

    private static @Nullable Void report(Throwable failure) {
        if (!(failure instanceof java.util.concurrent.CancellationException)
                && !(failure.getCause() instanceof java.util.concurrent.CancellationException)) {
            System.getLogger("wengert.canvas")
                    .log(System.Logger.Level.ERROR, "a layout failed", failure);
        }
        return null;
    }
}
