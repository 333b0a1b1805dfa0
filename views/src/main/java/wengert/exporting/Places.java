package wengert.exporting;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The questions that an export asks.
public interface Places {

    /// A file to write; null if the user thought better of it.
    ///
    /// @param kind the format in words
    /// @param extension the ending of its names, without the dot
    @Nullable Path save(String name, String kind, String extension);

    /// A folder to write into; null if the user thought better of it.
    @Nullable Path folder();
}
