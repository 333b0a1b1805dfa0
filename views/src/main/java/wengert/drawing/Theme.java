package wengert.drawing;

import java.util.List;

/// The colours of a picture. Each has one meaning, the same everywhere.
///
/// @param background what everything lies on
/// @param card the face of a card
/// @param border the edge of a card
/// @param text what is read first
/// @param muted what is read second
/// @param faint what is hardly there: links and values not yet reached
/// @param value values
/// @param adjoint adjoints and the shares that make them
/// @param adjointTint below an adjoint
/// @param tangent tangents
/// @param tangentTint below a tangent
/// @param atWork the node at work
/// @param error what went wrong
/// @param group the ground of an open group
/// @param shadow below a card
/// @param monochrome whether lines have to say what colours say elsewhere: an adjoint is framed and has a bar before
///     it, a tangent has two, a share's way back is thicker, the node at work has a heavy border
public record Theme(
        String name,
        Colour background,
        Colour card,
        Colour border,
        Colour text,
        Colour muted,
        Colour faint,
        Colour value,
        Colour adjoint,
        Colour adjointTint,
        Colour tangent,
        Colour tangentTint,
        Colour atWork,
        Colour error,
        Colour group,
        Colour shadow,
        boolean monochrome) {

    public static final Theme LIGHT =
            new Theme(
                    "light",
                    Colour.of("#fbfcfd"),
                    Colour.of("#ffffff"),
                    Colour.of("#d8dee4"),
                    Colour.of("#1f2328"),
                    Colour.of("#59636e"),
                    Colour.of("#b6bec7"),
                    Colour.of("#0a66c2"),
                    Colour.of("#bc4c00"),
                    Colour.of("#fff1e5"),
                    Colour.of("#1a7f37"),
                    Colour.of("#e6f6ea"),
                    Colour.of("#bf8700"),
                    Colour.of("#cf222e"),
                    Colour.of("#eff3f8").withOpacity(0.7),
                    Colour.of("#1f2328").withOpacity(0.05),
                    false);

    public static final Theme DARK =
            new Theme(
                    "dark",
                    Colour.of("#0f141a"),
                    Colour.of("#161b22"),
                    Colour.of("#343b44"),
                    Colour.of("#e6edf3"),
                    Colour.of("#9aa4af"),
                    Colour.of("#4a525c"),
                    Colour.of("#6cb6ff"),
                    Colour.of("#ffa657"),
                    Colour.of("#3d220d"),
                    Colour.of("#56d364"),
                    Colour.of("#12301b"),
                    Colour.of("#e3b341"),
                    Colour.of("#ff7b72"),
                    Colour.of("#1c232c").withOpacity(0.55),
                    Colour.of("#000000").withOpacity(0.16),
                    false);

    /// Black on white, for books and papers.
    public static final Theme PRINT =
            new Theme(
                    "print",
                    Colour.of("#ffffff"),
                    Colour.of("#ffffff"),
                    Colour.of("#5a5a5a"),
                    Colour.of("#000000"),
                    Colour.of("#4d4d4d"),
                    Colour.of("#9a9a9a"),
                    Colour.of("#000000"),
                    Colour.of("#000000"),
                    Colour.of("#ffffff"),
                    Colour.of("#000000"),
                    Colour.of("#ffffff"),
                    Colour.of("#000000"),
                    Colour.of("#000000"),
                    Colour.of("#f2f2f2"),
                    Colour.of("#000000").withOpacity(0),
                    true);

    public static final List<Theme> ALL = List.of(LIGHT, DARK, PRINT);
}
