package wengert.library;

import java.util.ArrayList;
import java.util.List;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Int64;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Ranges;
import wengert.value.Text;
import wengert.value.Types;
import wengert.value.Value;

/// Where in a collection something is: `findfirst`, `findall`, `indexin`.
final class Searches {

    private Searches() {}

    static void declare(Catalog base) {
        base.function(
                "findfirst([f], x)",
                "the first index for which it holds, or `nothing`",
                call -> find(call, 1));
        base.function(
                "findlast([f], x)",
                "the last index for which it holds, or `nothing`",
                call -> find(call, -1));
        base.function(
                "findnext(f, x, i)",
                "the first index from `i` on for which it holds",
                (m, f, x, from) -> {
                    if (Read.isText(f)) {
                        int start = Math.max(1, Read.saturated(Read.whole(from)));
                        for (Value place : Read.all(m, places(m, f, Read.text(x)))) {
                            Value first = place instanceof Int64 ? place : m.element(place, 0);
                            if (Read.whole(first) >= start) {
                                return place;
                            }
                        }
                        return Nothing.NOTHING;
                    }
                    List<Value> elements = Read.all(m, x);
                    for (int i = Math.max(1, Read.saturated(Read.whole(from)));
                            i <= elements.size();
                            i++) {
                        if (Read.truth(m.call(f, elements.get(i - 1)))) {
                            return Int64.of(i);
                        }
                    }
                    return Nothing.NOTHING;
                });
        base.function(
                "findprev(f, x, i)",
                "the last index up to `i` for which it holds",
                (m, f, x, from) -> {
                    List<Value> elements = Read.all(m, x);
                    for (int i = Math.min(elements.size(), Read.saturated(Read.whole(from)));
                            i >= 1;
                            i--) {
                        if (Read.truth(m.call(f, elements.get(i - 1)))) {
                            return Int64.of(i);
                        }
                    }
                    return Nothing.NOTHING;
                });
        base.function(
                "findall([f], x)",
                "all indices for which it holds",
                call -> {
                    Machine m = call.machine();
                    Value x = call.last();
                    if (x instanceof Text && call.count() == 2 && Read.isText(call.at(0))) {
                        return places(m, call.at(0), Read.text(x));
                    }
                    List<Value> keys = Reducing.keys(m, x);
                    List<Value> elements = values(m, x);
                    var found = new ArrayList<Value>();
                    for (int i = 0; i < elements.size(); i++) {
                        m.spend(1);
                        if (Read.truth(
                                call.count() == 1
                                        ? elements.get(i)
                                        : m.call(call.at(0), elements.get(i)))) {
                            found.add(keys.get(i));
                        }
                    }
                    return found.isEmpty()
                            ? Making.blank(m, Types.INT64, new int[] {0})
                            : m.array(new int[] {found.size()}, found);
                });
        base.function(
                "indexin(a, b)",
                "for each of `a` its place in `b`, or `nothing`",
                (m, a, b) -> {
                    List<Value> among = Read.all(m, b);
                    List<Value> places =
                            Read.all(m, a).stream()
                                    .map(x -> {
                                        for (int i = 0; i < among.size(); i++) {
                                            if (Comparison.areEqual(m, x, among.get(i))) {
                                                return Int64.of(i + 1L);
                                            }
                                        }
                                        return (Value) Nothing.NOTHING;
                                    })
                                    .toList();
                    return m.array(new int[] {places.size()}, places);
                });
    }

    /// Where a string or a character occurs in a text: ranges of places, or places.
    private static Value places(Machine m, Value sought, String text) {
        String part = Read.text(sought);
        var found = new ArrayList<Value>();
        for (int i = text.indexOf(part);
                i >= 0 && !part.isEmpty();
                i = text.indexOf(part, i + part.length())) {
            m.spend(1);
            Int64 from = Int64.of(text.codePointCount(0, i) + 1L);
            long last = from.value() + part.codePointCount(0, part.length()) - 1;
            found.add(sought instanceof Char ? from : Ranges.of(from, Int64.of(last)));
        }
        return m.array(new int[] {found.size()}, found);
    }

    private static List<Value> values(Machine m, Value x) {
        return x instanceof Dict dict
                ? dict.entries().values().stream().map(Pair::second).toList()
                : Read.all(m, x);
    }

    private static Value find(Call call, int direction) {
        Machine m = call.machine();
        Value x = call.last();
        if (call.count() == 2 && x instanceof Text(String text) && Read.isText(call.at(0))) {
            return Strings.find(text, call.at(0), direction);
        }
        List<Value> elements = values(m, x);
        int n = elements.size();
        for (int k = 0; k < n; k++) {
            int i = direction > 0 ? k : n - 1 - k;
            m.spend(1);
            if (Read.truth(
                    call.count() == 1 ? elements.get(i) : m.call(call.at(0), elements.get(i)))) {
                return Reducing.keys(m, x).get(i);
            }
        }
        return Nothing.NOTHING;
    }
}
