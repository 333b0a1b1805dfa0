package wengert.canvas;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import wengert.drawing.Cards;
import wengert.drawing.Theme;
import wengert.layout.Placement;

/// Lets a picture become another: what a group holds comes out of its card, or goes into it, and the others move to
/// their new places. It can be interrupted at any moment by the next.
final class Unfolding {

    private static final double NANOS = 320e6;

    /// Pictures with more cards than this change at once.
    private static final int MOST_CARDS = 300;

    private final Consumer<Scenery> show;
    private final BooleanSupplier ready;
    private Runnable end = () -> {};
    private boolean moving;

    private final AnimationTimer timer =
            new AnimationTimer() {
                private long began;

                @Override
                public void start() {
                    began = 0;
                    super.start();
                }

                @Override
                public void handle(long now) {
                    began = began == 0 ? now : began;
                    double part = (now - began) / NANOS;
                    if (part >= 1) {
                        finish();
                    } else if (ready.getAsBoolean()) {
                        step(part);
                    }
                }
            };

    private Consumer<Double> picture = _ -> {};

    /// @param show told of each picture on the way
    /// @param ready whether the one before has been painted
    Unfolding(Consumer<Scenery> show, BooleanSupplier ready) {
        this.show = show;
        this.ready = ready;
    }

    static boolean canMove(Scenery from, Placement to) {
        return from.visible().graph() == to.visible().graph()
                && from.visible().cards().size() <= MOST_CARDS
                && to.visible().cards().size() <= MOST_CARDS;
    }

    /// Begins the way from one picture to another.
    ///
    /// @param then what is to be done when it has come to its end, or is interrupted
    void move(Scenery from, Cards cards, Placement to, Theme theme, Runnable then) {
        finish();
        end = then;
        moving = true;
        Placement before = from.placement();
        boolean grows = to.visible().cards().size() >= before.visible().cards().size();
        picture =
                part -> {
                    double eased = part * part * (3 - 2 * part);
                    show.accept(
                            grows
                                    ? new Scenery(cards, before.towards(to, eased), theme)
                                    : new Scenery(
                                            from.cards(), to.towards(before, 1 - eased), theme));
                };
        step(0.001);
        timer.start();
    }

    private void step(double part) {
        picture.accept(part);
    }

    /// Goes to the end at once.
    void finish() {
        timer.stop();
        if (moving) {
            moving = false;
            end.run();
        }
    }
}
