package wengert.canvas;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import wengert.display.Counterparts;
import wengert.display.Folding;
import wengert.display.Survivors;
import wengert.display.VisibleGraph;
import wengert.drawing.Cards;
import wengert.drawing.Detail;
import wengert.export.Picture;
import wengert.layout.Arrangement;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.run.Study;
import wengert.session.Trouble;
import wengert.story.Storyboard;
import wengert.trace.Graph;

/// Lays studies out, away from the interface thread, one at a time: a new one ends the one before.
final class Loading {

    /// Whether somebody has warmed up the layout, which only the first to lay out has something to gain from.
    private static final AtomicBoolean WARM = new AtomicBoolean();

    /// More cards than this are shown as a draft while the good layout is computed.
    private static final int MOST_TO_WAIT_FOR = 400;

    /// So many cards are laid out so soon that each picture can be shown before the next is begun.
    private static final int MOST_IN_STEP = 100;

    private final BiConsumer<Cards, Placement> done;
    private final ReadOnlyObjectWrapper<@Nullable Layout> current =
            new ReadOnlyObjectWrapper<>(this, "current");
    private int request;
    private boolean busy;
    private boolean inStep;
    private boolean alike;
    private boolean drafted;
    private @Nullable Runnable next;

    /// What is to be laid out, and how.
    ///
    /// @param folding null to fold only what is too much to look at
    /// @param before what is seen now; if it is of the same graph, what is in both keeps its order
    record Wish(
            Study study,
            Storyboard story,
            @Nullable Folding folding,
            Detail detail,
            Arrangement arrangement,
            @Nullable Placement before) {

        private Wish folded(@Nullable Folding other) {
            return new Wish(study, story, other, detail, arrangement, before);
        }

        private Cards cards() {
            Folding wanted =
                    folding == null
                            ? Folding.automatic(study.graph(), Picture.MOST_CARDS)
                            : folding;
            return Picture.cards(study, story, wanted, detail);
        }
    }

    /// @param done told of each placement on the interface thread: perhaps a draft, then the good one
    Loading(BiConsumer<Cards, Placement> done) {
        this.done = done;
        if (WARM.compareAndSet(false, true)) {
            var warmUp = new Thread(Layout::warmUp, "layout warm-up");
            warmUp.setDaemon(true);
            warmUp.start();
        }
    }

    /// The layout that is being made; null while there is none.
    ReadOnlyObjectProperty<@Nullable Layout> current() {
        return current.getReadOnlyProperty();
    }

    /// Whether something is being laid out that has not come yet.
    boolean isBusy() {
        return busy;
    }

    void load(Wish wish) {
        cancel();
        busy = true;
        int ticket = request;
        CompletableFuture.supplyAsync(wish::cards)
                .thenAccept(cards -> Platform.runLater(() -> arrange(wish, cards, ticket)))
                .exceptionally(failure -> failed(failure, ticket));
    }

    /// Whether a draft of what is being laid out is shown.
    boolean isDrafted() {
        return drafted;
    }

    /// Whether what came last differs from what was shown before in its numbers only.
    boolean isAlike() {
        return alike;
    }

    /// Begins with a study of another run as soon as the one before it can be seen. While a number is dragged they come in
    /// quick succession, and if each ended the one before, none would be seen; of those that wait only the newest is begun.
    ///
    /// @param begin asks to [#loadAgain]
    void inTurn(Runnable begin) {
        if (inStep) {
            next = begin;
        } else {
            begin.run();
        }
    }

    /// What has come can be seen.
    void seen() {
        if (!busy) {
            ended(request);
        }
    }

    /// What was being made is seen, or there is nothing to be seen of it.
    private void ended(int ticket) {
        if (ticket == request && inStep) {
            inStep = false;
            Runnable waiting = next;
            next = null;
            if (waiting != null) {
                waiting.run();
            }
        }
    }

    /// Begins with a study of another run. Where only numbers have changed, everything stays in its place.
    ///
    /// @param before what is shown of the run before
    void loadAgain(Wish wish, Placement before) {
        cancel();
        busy = true;
        inStep = before.visible().cards().size() <= MOST_IN_STEP;
        int ticket = request;
        CompletableFuture.runAsync(
                        () -> {
                            VisibleGraph old = before.visible();
                            Counterparts pairs = Counterparts.of(old.graph(), wish.study().graph());
                            Folding folding =
                                    pairs == null
                                            ? survivors(old, wish.study().graph())
                                            : pairs.of(old.folding());
                            Cards cards = wish.folded(folding).cards();
                            Placement same =
                                    pairs == null ? null : before.over(cards.visible(), cards);
                            Platform.runLater(() -> {
                                if (ticket == request) {
                                    alike = pairs != null;
                                    if (same == null) {
                                        arrange(wish, cards, ticket);
                                    } else {
                                        busy = false;
                                        done.accept(cards, same);
                                    }
                                }
                            });
                        })
                .exceptionally(failure -> failed(failure, ticket));
    }

    private static Folding survivors(VisibleGraph old, Graph next) {
        Folding fresh = Folding.automatic(next, Picture.MOST_CARDS);
        return Survivors.of(old.graph(), old.folding(), next, fresh);
    }

    /// Ends what is being done. What has been shown stays.
    void cancel() {
        request++;
        busy = false;
        inStep = false;
        alike = false;
        drafted = false;
        next = null;
        Layout layout = current.get();
        if (layout != null) {
            layout.cancel();
            current.set(null);
        }
    }

    private void arrange(Wish wish, Cards cards, int ticket) {
        if (ticket != request) {
            return;
        }
        var layout = new Layout(cards.visible(), cards, wish.arrangement(), wish.before());
        current.set(layout);
        if (cards.visible().cards().size() > MOST_TO_WAIT_FOR) {
            CompletableFuture.supplyAsync(
                            () -> Layout.draft(cards.visible(), cards, wish.arrangement()))
                    .thenAccept(draft -> publish(cards, draft, ticket, layout))
                    .exceptionally(Loading::report);
        }
        layout.start()
                .thenAccept(placement -> publish(cards, placement, ticket, null))
                .exceptionally(failure -> failed(failure, ticket));
    }

    /// @param unless the layout that makes this one needless once it is there
    private void publish(Cards cards, Placement placement, int ticket, @Nullable Layout unless) {
        Platform.runLater(() -> {
            if (ticket == request && (unless == null || current.get() == unless)) {
                if (unless == null) {
                    current.set(null);
                    busy = false;
                }
                drafted = unless != null;
                done.accept(cards, placement);
            }
        });
    }

    /// Nobody is to wait any longer for what will not come.
    private @Nullable Void failed(Throwable failure, int ticket) {
        Platform.runLater(() -> {
            if (ticket == request) {
                busy = false;
                current.set(null);
                ended(ticket);
            }
        });
        return report(failure);
    }

    private static @Nullable Void report(Throwable failure) {
        Throwable wrong = failure instanceof CompletionException ? failure.getCause() : failure;
        if (wrong != null && !(wrong instanceof CancellationException)) {
            Trouble.report(wrong);
        }
        return null;
    }
}
