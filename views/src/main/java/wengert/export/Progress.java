package wengert.export;

/// Told how far an export has come. It stops the export by throwing a `CancellationException`.
@FunctionalInterface
public interface Progress {

    Progress NONE = _ -> {};

    /// So much has been done.
    ///
    /// @param part from 0 to 1
    void at(double part);

    /// The progress of a piece of the work.
    default Progress between(double from, double to) {
        return part -> at(from + part * (to - from));
    }
}
