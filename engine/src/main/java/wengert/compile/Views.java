package wengert.compile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.value.ElementType;
import wengert.value.Value;

/// Arrays in storage, and the ways to look at them.
///
/// Slices, transposes and numbers that stand for an array of equal ones are views: they cost nothing. What is not in
/// storage yet can be brought there.
final class Views {

    private final Flattening flat;
    private final Draft draft;

    Views(Flattening flat) {
        this.flat = flat;
        this.draft = flat.draft;
    }

    /// An argument seen in the size of the result; null where that takes more than two dimensions.
    Place.@Nullable View fitted(Place place, Place.Size size) {
        Place.View view =
                switch (place) {
                    case Place.Single(int cell, ElementType type) -> number(cell, size, type);
                    case Place.Filled(Place.Single(int cell, ElementType type), _) ->
                            number(cell, size, type);
                    default -> viewed(place);
                };
        if (view == null || view.type() == ElementType.ANY || view.length() == 0) {
            return null;
        }
        if (place instanceof Place.Single || place instanceof Place.Filled) {
            return view;
        }
        if (Arrays.equals(view.size().of(), size.of())) {
            return view;
        }
        if (size.dimensions() > 2 || view.size().dimensions() > 2) {
            return null;
        }
        return new Place.View(
                view.base(),
                size,
                size.rows(),
                size.columns(),
                view.rows() == 1 ? 0 : view.down(),
                view.columns() == 1 ? 0 : view.across(),
                view.type());
    }

    /// Storage for an array of numbers.
    Place.View room(Place.Size size) {
        return Flattening.view(draft.block(size.length()), size.of(), ElementType.FLOAT64);
    }

    /// Adds arrays up, in storage of their own.
    Place.View sum(List<Place.View> shares, Place.Size size) {
        Place.View sum = room(size);
        emit(Flat.COPY, sum, shares.getFirst());
        shares.subList(1, shares.size()).forEach(share -> emit(Flat.PLUS, sum, sum, share));
        return sum;
    }

    static Place.View number(int cell, Place.Size size, ElementType type) {
        return new Place.View(cell, size, size.rows(), size.columns(), 0, 0, type);
    }

    /// An array in storage, brought there if it is not; null where that cannot be.
    Place.@Nullable View viewed(Place place) {
        return switch (place) {
            case Place.View view -> view;
            case Place.Cells cells -> packed(cells);
            case Place.Turned(Place.View parent, _) -> transposed(parent);
            case Place.Fixed(Value value) -> flat.stored(value);
            case Place.Filled(Place.Single(int cell, ElementType type), Place.Size size) ->
                    size.length() == 0 ? null : copied(number(cell, size, type));
            default -> null;
        };
    }

    static Place.View transposed(Place.View v) {
        int[] of = v.size().of();
        var size = new Place.Size(of.length == 1 ? new int[] {1, of[0]} : new int[] {of[1], of[0]});
        return of.length == 1
                ? new Place.View(v.base(), size, 1, v.rows(), 0, v.down(), v.type())
                : new Place.View(
                        v.base(), size, v.columns(), v.rows(), v.across(), v.down(), v.type());
    }

    /// An array of numbers that are here and there, or perhaps lie in one block already.
    Place together(int[] cells, Place.Size size) {
        Place.View view = regular(cells, size);
        return view == null ? new Place.Cells(cells, size) : view;
    }

    /// Numbers that lie in one block, equally far apart, as an array; null where they do not.
    Place.@Nullable View regular(int[] cells, Place.Size size) {
        int start = cells.length == 0 || cells[0] < 0 ? -1 : draft.start(cells[0]);
        for (int cell : cells) {
            if (cell < 0 || start < 0 || draft.start(cell) != start) {
                return null;
            }
        }
        int[] steps = start < 0 || draft.length(start) == 0 ? null : steps(cells, size);
        return steps == null
                ? null
                : new Place.View(
                        cells[0],
                        size,
                        size.rows(),
                        size.columns(),
                        steps[0],
                        steps[1],
                        ElementType.FLOAT64);
    }

    /// Lets the numbers be computed one behind the other, and copies those that are needed elsewhere.
    Place.View packed(Place.Cells place) {
        int n = place.cells().length;
        int base = draft.block(n);
        int[] left =
                IntStream.range(0, n).filter(k -> !draft.pin(place.cells()[k], base + k)).toArray();
        int[] cells = Arrays.stream(left).map(k -> place.cells()[k]).toArray();
        if (left.length > 0) {
            flat.other(
                    draft.starts(cells),
                    base,
                    last -> {
                        int[] from = Flattening.moved(cells, last);
                        int to = last.applyAsInt(base);
                        return (m, _) -> {
                            for (int k = 0; k < from.length; k++) {
                                m[to + left[k]] = m[from[k]];
                            }
                        };
                    });
        }
        int[] starts = draft.starts(place.cells());
        int[] all = Arrays.copyOf(starts, starts.length + 1);
        all[starts.length] = base;
        flat.joined(all, base);
        return Flattening.view(base, place.size().of(), ElementType.FLOAT64);
    }

    /// The same array, its elements one behind the other.
    Place.View dense(Place.View view) {
        return view.isDense() ? view : copied(view);
    }

    Place.View copied(Place.View view) {
        int to = draft.block(view.length());
        Place.View copy = Flattening.view(to, view.size().of(), view.type());
        emit(Flat.COPY, copy, view);
        return copy;
    }

    Place.@Nullable View floats(Place place) {
        if (place instanceof Place.Turned) {
            return null;
        }
        Place.View view = viewed(place);
        return view != null && view.type() == ElementType.FLOAT64 && view.length() > 0
                ? view
                : null;
    }

    void emit(int operation, Place.View to, Place.View... x) {
        boolean column = to.isDense();
        for (Place.View v : x) {
            column &= v.isDense() || v.down() == 0 && v.across() == 0;
        }
        int[] at = new int[4];
        int[] down = new int[4];
        int[] across = new int[4];
        int[] reads = new int[x.length];
        int count = 0;
        for (int i = 0; i <= x.length; i++) {
            Place.View v = i == 0 ? to : x[i - 1];
            if (i == 2 && operation == Flat.SQUARE) {
                break; // the exponent is not looked at
            }
            at[i] = v.base();
            down[i] = v.down();
            across[i] = to.columns() == 1 || column ? 0 : v.across();
            if (i > 0 && v.base() >= 0) {
                reads[count++] = draft.start(v.base());
            }
        }
        int rows = column ? to.length() : to.rows();
        int columns = column ? 1 : to.columns();
        flat.each(
                new Item.Each(
                        operation,
                        rows,
                        columns,
                        at,
                        down,
                        across,
                        Arrays.copyOf(reads, count),
                        draft.start(to.base())));
    }

    /// How far apart `places` are along the rows and the columns of an array of this size; null where that varies.
    static int @Nullable [] steps(int[] places, Place.Size size) {
        int rows = size.rows();
        int columns = size.columns();
        int down = rows > 1 ? places[1] - places[0] : 1;
        int across = columns > 1 ? places[rows] - places[0] : rows;
        for (int k = 0; k < places.length; k++) {
            if (places[k] != places[0] + k % rows * down + k / rows * across) {
                return null;
            }
        }
        return new int[] {down, across};
    }
}
