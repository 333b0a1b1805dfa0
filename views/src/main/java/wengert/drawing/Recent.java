package wengert.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was made of late, at most so much of it: what was asked for longest ago is forgotten first.
///
/// Any thread may ask. Two that ask for the same at once may both make it, so that what makes one thing may ask for
/// others.
final class Recent<K, V> {

    private final Map<K, V> made;

    /// @param most how many are kept
    Recent(int most) {
        made =
                new LinkedHashMap<>(256, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    V get(K key, Function<K, V> make) {
        V known = known(key);
        if (known == null) {
            known = make.apply(key);
            keep(key, known);
        }
        return known;
    }

    private synchronized @Nullable V known(K key) {
        return made.get(key);
    }

    private synchronized void keep(K key, V value) {
        made.put(key, value);
    }
}
