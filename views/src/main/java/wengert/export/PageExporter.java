package wengert.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One page of HTML that plays the sweep: the graph, the formula, the list, in light and dark, with the keyboard and
/// for screen readers. Everything it needs is in it, so that it can be put anywhere.
public final class PageExporter implements Exporter {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public String title() {
        return "Web page that plays";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.of(Choice.RANGE, Choice.SPEED, Choice.LOOK, Choice.DIGITS);
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        var page = new Page(picture, order, progress);
        Map<String, String> parts = page.parts();
        String css = resource("page.css");
        String script = resource("page.js");
        String whole =
                PLACE.matcher(resource("page.html"))
                        .replaceAll(place -> {
                            String part =
                                    switch (place.group(1)) {
                                        case "css" -> css;
                                        case "script" -> script;
                                        default -> parts.get(place.group(1));
                                    };
                            return Matcher.quoteReplacement(part == null ? place.group() : part);
                        });
        out.write(whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PageExporter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not where it was built");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
