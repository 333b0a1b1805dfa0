package wengert.export;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Keeps what a picture calls its parts apart from what others do, so that several can stand in one page.
///
/// A picture is called after its own content. Until all of it is written, a mark stands where its name will.
enum SvgScope {
    /// In a document that is ours, where names are as they are.
    OURS("", "", ""),
    /// In a file that may be put into any document.
    ANY("\0-", "#\0 ", " \0");

    /// Stands for the name of a picture; no text of an XML file can hold it.
    static final String MARK = "\0";

    private final String beforeId;
    private final String beforeRule;
    private final String behindFamily;

    SvgScope(String beforeId, String beforeRule, String behindFamily) {
        this.beforeId = beforeId;
        this.beforeRule = beforeRule;
        this.behindFamily = behindFamily;
    }

    String id(String id) {
        return beforeId + id;
    }

    /// A rule of a style sheet that reaches no further than the picture.
    String rule(String rule) {
        return beforeRule + rule;
    }

    String family(String family) {
        return family + behindFamily;
    }

    /// The id of a part, and what it is called in any picture of its graph.
    String part(String id) {
        return switch (this) {
            case OURS -> "id=\"" + id + "\"";
            case ANY -> "id=\"" + id(id) + "\" data-id=\"" + id + "\"";
        };
    }

    /// Puts the picture's name where the marks are.
    static String named(String svg) {
        var content = new CRC32();
        content.update(svg.getBytes(StandardCharsets.UTF_8));
        return svg.replace(MARK, "w%08x".formatted(content.getValue()));
    }
}
