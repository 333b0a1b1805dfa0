package wengert.bench.screen;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A scene of 1280 × 800 that is looked at frame by frame.
///
/// A frame is all that a pulse does: the event, layout, handing the scene to the renderer, rasterising it in software
/// into an image. What is timed is the processor time of the two threads that do it, one after the other: on a machine
/// with nothing else to do that is how long a frame takes, and on a busy one it still is. Frames come at most every 16.7 ms, as on a screen, so that what is painted in the background
/// has the time, and takes the processor, that it would have there.
final class Stage {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final long PULSE = 16_666_667;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Scene scene;
    private final WritableImage into = new WritableImage(WIDTH, HEIGHT);

    Stage(Parent root) {
        scene = new Scene(root, WIDTH, HEIGHT, Color.WHITE);
        scene.snapshot(into);
    }

    /// Starts JavaFX without a screen, on its software pipeline.
    static void begin() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> {});
    }

    Scene scene() {
        return scene;
    }

    /// One frame.
    void frame() {
        scene.snapshot(into);
    }

    /// Shows frames, each after a change, and times all but the first quarter.
    ///
    /// @param change told the number of the frame, on the interface thread
    Figures frames(int count, IntConsumer change) throws InterruptedException {
        long[] times = new long[count];
        for (int k = 0; k < count; k++) {
            int number = k;
            long began = System.nanoTime();
            onScreen(() -> {
                long from = work();
                change.accept(number);
                frame();
                times[number] = work() - from;
            });
            rest(PULSE - (System.nanoTime() - began));
        }
        return Figures.of(java.util.Arrays.copyOfRange(times, count / 4, count));
    }

    private static void rest(long nanos) throws InterruptedException {
        if (nanos > 0) {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    }

    /// The processor time of the interface thread and of the renderer, which take turns.
    private static long work() {
        long sum = 0;
        for (ThreadInfo thread : THREADS.dumpAllThreads(false, false, 0)) {
            if (thread.getThreadName().equals("JavaFX Application Thread")
                    || thread.getThreadName().startsWith("QuantumRenderer")) {
                sum += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum;
    }

    /// Shows frames until something is so, and tells how long that took, in milliseconds.
    double until(BooleanSupplier done) throws InterruptedException {
        long from = System.nanoTime();
        boolean[] met = {false};
        long next = from;
        while (!met[0]) {
            next = Math.max(next + PULSE, System.nanoTime());
            rest(next - System.nanoTime());
            onScreen(() -> {
                frame();
                met[0] = done.getAsBoolean();
            });
        }
        return (System.nanoTime() - from) / 1e6;
    }

    /// Does something on the interface thread, and waits for it.
    static void onScreen(Runnable what) throws InterruptedException {
        var trouble = new AtomicReference<Throwable>();
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                what.run();
            } catch (RuntimeException | Error e) {
                trouble.set(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        if (trouble.get() != null) {
            throw new IllegalStateException(trouble.get());
        }
    }
}
