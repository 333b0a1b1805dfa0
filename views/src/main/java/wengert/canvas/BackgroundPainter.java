package wengert.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wengert.canvas.Mosaic.Spot;
import wengert.layout.Rect;

/// Paints what the window is to show, away from the interface thread.
///
/// Only the latest wish counts. A step paints only the parts of the tiles that it changed; panning paints the tiles
/// that came into view, and those around it when there is nothing else to do.
final class BackgroundPainter {

    /// What is wanted in the window.
    private record Wish(Scenery scenery, Moment moment, Lens lens) {}

    private static final long PATIENCE = 60_000_000; // nanoseconds until unfinished work is shown

    private final Consumer<Mosaic> publish;
    private final Consumer<Overview> publishOverview;
    private final ThreadPoolExecutor thread;

    private final Object lock = new Object();
    private @Nullable Wish wanted;
    private @Nullable Wish fulfilled;
    private boolean scheduled;

    // the painting thread's own
    private final Map<Spot, Bitmap> tiles = new HashMap<>();
    private @Nullable Wish painted;
    private @Nullable Wish overview;
    private long published;

    /// @param publish told of every picture, on the painting thread
    /// @param publishOverview the same for the whole picture, small
    BackgroundPainter(Consumer<Mosaic> publish, Consumer<Overview> publishOverview) {
        this.publish = publish;
        this.publishOverview = publishOverview;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            var painter = new Thread(task, "graph painter");
                            painter.setDaemon(true);
                            return painter;
                        });
        thread.allowCoreThreadTimeOut(true);
    }

    /// Asks for a picture; nothing is done if it is the one that was asked for last.
    void wish(Scenery scenery, Moment moment, Lens lens) {
        var wish = new Wish(scenery, moment, lens);
        synchronized (lock) {
            if (wish.equals(wanted)) {
                return;
            }
            wanted = wish;
            if (!scheduled) {
                scheduled = true;
                thread.execute(this::work);
            }
        }
    }

    /// Whether all that was asked for is painted.
    boolean atRest() {
        synchronized (lock) {
            return wanted == null || wanted.equals(fulfilled);
        }
    }

    private void work() {
        while (true) {
            Wish next;
            synchronized (lock) {
                if (wanted == null || wanted.equals(painted)) {
                    scheduled = false;
                    return;
                }
                next = wanted;
            }
            try {
                fulfil(next);
            } catch (RuntimeException | Error trouble) {
                synchronized (lock) {
                    scheduled = false;
                    painted = next;
                }
                throw trouble;
            }
        }
    }

    private boolean isLatest(Wish wish) {
        synchronized (lock) {
            return wish.equals(wanted);
        }
    }

    private void fulfil(Wish wish) {
        Wish before = overview;
        if (before != null && before.scenery.theme() != wish.scenery.theme()) {
            // a small map in the colours of before would stand out until all else is painted
            paintOverview(wish);
        }
        published = System.nanoTime();
        Pieces pieces = wish.scenery.pieces();
        List<Rect> changed = pieces.show(wish.moment, wish.lens);
        var seen = new HashSet<>(Spot.seen(wish.lens));
        if (painted == null || painted.scenery != wish.scenery || !painted.lens.fits(wish.lens)) {
            tiles.clear();
        } else {
            mend(changed, wish, seen);
        }
        painted = wish;
        paintMissing(List.copyOf(seen), wish);
        tiles.keySet().retainAll(around(wish.lens));
        publish(wish, true);
        synchronized (lock) {
            fulfilled = wish;
        }
        if (isLatest(wish)) {
            paintOverview(wish);
            paintAround(wish);
        }
    }

    /// Paints again what has changed of the tiles in view, and forgets the others that have changed.
    private void mend(List<Rect> changed, Wish wish, Set<Spot> seen) {
        var parts = new HashMap<Spot, Lens>();
        for (Rect rect : changed) {
            double scale = wish.lens.scale();
            int left = (int) Math.floor(rect.x() * scale) - 1;
            int top = (int) Math.floor(rect.y() * scale) - 1;
            int right = (int) Math.ceil(rect.right() * scale) + 1;
            int bottom = (int) Math.ceil(rect.bottom() * scale) + 1;
            for (Spot spot : Spot.between(left, top, right, bottom)) {
                if (tiles.containsKey(spot)) {
                    parts.merge(
                            spot,
                            part(wish.lens, spot, left, top, right, bottom),
                            BackgroundPainter::around);
                }
            }
        }
        var mended = new HashMap<Spot, Bitmap>();
        parts.forEach((spot, part) -> {
            Bitmap tile = tiles.remove(spot);
            if (tile != null && seen.contains(spot)) {
                mended.put(spot, tile.copy());
            }
        });
        mended.entrySet().parallelStream()
                .forEach(entry -> {
                    Lens part = parts.get(entry.getKey());
                    if (part != null) {
                        wish.scenery
                                .pieces()
                                .paint(entry.getValue(), tile(wish.lens, entry.getKey()), part);
                    }
                });
        tiles.putAll(mended);
    }

    private static Lens tile(Lens lens, Spot spot) {
        return new Lens(
                lens.scale(), lens.ratio(), spot.left(), spot.top(), Mosaic.SIDE, Mosaic.SIDE);
    }

    /// What of a rectangle lies in a tile.
    private static Lens part(Lens lens, Spot spot, int left, int top, int right, int bottom) {
        int x = Math.max(left, spot.left());
        int y = Math.max(top, spot.top());
        return new Lens(
                lens.scale(),
                lens.ratio(),
                x,
                y,
                Math.min(right, spot.left() + Mosaic.SIDE) - x,
                Math.min(bottom, spot.top() + Mosaic.SIDE) - y);
    }

    private static Lens around(Lens a, Lens b) {
        int left = Math.min(a.left(), b.left());
        int top = Math.min(a.top(), b.top());
        return new Lens(
                a.scale(),
                a.ratio(),
                left,
                top,
                Math.max(a.right(), b.right()) - left,
                Math.max(a.bottom(), b.bottom()) - top);
    }

    private static Set<Spot> around(Lens lens) {
        int side = Mosaic.SIDE;
        return new HashSet<>(
                Spot.between(
                        lens.left() - side,
                        lens.top() - side,
                        lens.right() + side,
                        lens.bottom() + side));
    }

    private void paintMissing(List<Spot> seen, Wish wish) {
        var missing = new ArrayList<Spot>();
        for (Spot spot : seen) {
            if (!tiles.containsKey(spot)) {
                missing.add(spot);
            }
        }
        missing.parallelStream()
                .forEach(spot -> {
                    Bitmap tile = paint(spot, wish);
                    synchronized (tiles) {
                        tiles.put(spot, tile);
                        if (System.nanoTime() - published > PATIENCE) {
                            publish(wish, false);
                        }
                    }
                });
    }

    private void paintOverview(Wish wish) {
        Wish last = overview;
        if (last == null || last.scenery != wish.scenery || !last.moment.equals(wish.moment)) {
            publishOverview.accept(Overview.of(wish.scenery, wish.moment, wish.lens.ratio()));
            overview = wish;
        }
    }

    private void paintAround(Wish wish) {
        Rect all = wish.scenery.placement().bounds();
        for (Spot spot : around(wish.lens)) {
            Lens tile = tile(wish.lens, spot);
            if (!tiles.containsKey(spot) && tile.seen().overlaps(all)) {
                if (!isLatest(wish)) {
                    return;
                }
                tiles.put(spot, paint(spot, wish));
            }
        }
        publish(wish, true);
    }

    private static Bitmap paint(Spot spot, Wish wish) {
        var tile = new Bitmap(Mosaic.SIDE, Mosaic.SIDE);
        Lens place = tile(wish.lens, spot);
        wish.scenery.pieces().paint(tile, place, place);
        return tile;
    }

    private void publish(Wish wish, boolean whole) {
        published = System.nanoTime();
        publish.accept(new Mosaic(wish.scenery, wish.lens, tiles, whole));
    }
}
