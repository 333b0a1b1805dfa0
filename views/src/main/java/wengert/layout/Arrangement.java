package wengert.layout;

/// How a graph is to be laid out.
public record Arrangement(Flow flow, Style style) {

    /// In layers from left to right.
    public static final Arrangement DEFAULT = new Arrangement(Flow.RIGHT, Style.LAYERED);

    /// By what rule things find their places.
    public enum Style {
        /// In layers: what is computed from something stands behind it.
        LAYERED,
        /// By force: links pull, cards push each other away.
        FORCE
    }

    /// The same with values flowing the other way.
    public Arrangement turned() {
        return with(flow == Flow.RIGHT ? Flow.DOWN : Flow.RIGHT);
    }

    /// The same by the other rule.
    public Arrangement otherwise() {
        return with(style == Style.LAYERED ? Style.FORCE : Style.LAYERED);
    }

    public Arrangement with(Flow other) {
        return new Arrangement(other, style);
    }

    public Arrangement with(Style other) {
        return new Arrangement(flow, other);
    }
}
