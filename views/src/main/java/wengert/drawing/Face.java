package wengert.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The fonts that are shipped with the program. Their files lie beside this class.
public enum Face {
    SANS("Inter-Regular", "Inter", 400, false),
    MEDIUM("Inter-Medium", "Inter", 500, false),
    BOLD("Inter-SemiBold", "Inter", 600, false),
    ITALIC("Inter-SemiBoldItalic", "Inter", 600, true),
    MONO("JetBrainsMono-Regular", "JetBrains Mono", 400, false),
    MONO_BOLD("JetBrainsMono-SemiBold", "JetBrains Mono", 600, false),
    /// Has nearly every sign of mathematics, for what the others lack.
    SIGNS("DejaVuSans", "DejaVu Sans", 400, false),
    SIGNS_BOLD("DejaVuSans-Bold", "DejaVu Sans", 700, false);

    private final String file;
    private final String family;
    private final int weight;
    private final boolean italic;

    private static final Map<Face, TrueType> FONTS = new ConcurrentHashMap<>();

    Face(String file, String family, int weight, boolean italic) {
        this.file = file;
        this.family = family;
        this.weight = weight;
        this.italic = italic;
    }

    /// The family, as style sheets name it.
    public String family() {
        return family;
    }

    /// How heavy it is, on the scale of style sheets: 400 is regular, 700 bold.
    public int weight() {
        return weight;
    }

    public boolean italic() {
        return italic;
    }

    public boolean monospaced() {
        return this == MONO || this == MONO_BOLD;
    }

    /// Which face steps in for signs that this one lacks.
    Face substitute() {
        return weight > 500 ? SIGNS_BOLD : SIGNS;
    }

    /// The font's file, as it was shipped.
    public InputStream open() {
        InputStream in = Face.class.getResourceAsStream(file + ".ttf");
        if (in == null) {
            throw new IllegalStateException("the font " + file + ".ttf is not where it was built");
        }
        return in;
    }

    /// The font itself, read when first asked for.
    public TrueType font() {
        TrueType known = FONTS.get(this); // asked for every letter, and this takes no lock
        return known != null ? known : FONTS.computeIfAbsent(this, Face::read);
    }

    private TrueType read() {
        try (InputStream in = open()) {
            return new TrueType(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
