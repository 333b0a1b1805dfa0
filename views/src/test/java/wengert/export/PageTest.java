package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wengert.display.Folding;
import wengert.drawing.Theme;
import wengert.story.Programs;

class PageTest {

    private static final Picture CHAPTER = Picture.of(Programs.study(Programs.CHAPTER));
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    @Test
    void isCompleteInItself() throws IOException {
        String page = page(Order.USUAL.withCaption("a < b & \"c\""));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("http://", "https://", "src=\"", "href=", "@import", "{css}")
                .contains("<title>gradient(y, x)</title>", "a &lt; b &amp; &quot;c&quot;")
                .contains("aria-live=\"polite\"", "aria-label=\"Play\"", "prefers-reduced-motion");
        assertThat(page.length()).isLessThan(130_000);
    }

    @Test
    void idsAreUniqueAndEveryPartHasItsPlace() throws IOException {
        String page = page(Order.USUAL);
        String document = page.substring(0, page.indexOf("<script"));
        var ids = ID.matcher(document).results().map(m -> m.group(1)).toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        for (var id : data(page).getAsJsonArray("parts")) {
            assertThat(ids).contains(id.getAsString());
        }
    }

    @Test
    void playedToTheEndItShowsTheGradient() throws IOException {
        JsonObject data = data(page(Order.USUAL));
        Map<String, String> end = shown(data, data.getAsJsonArray("steps").size() - 1);
        assertThat(end.get("v0")).isEqualTo("[1, 2, 3, 4]");
        assertThat(end.get("a0")).isEqualTo("[4, 8, 12, 16]");
        assertThat(end.get("n0")).contains("[1, 2, 3, 4]", "[4, 8, 12, 16]", "<title>");
        assertThat(end.get("formula"))
                .contains("<mfrac>", "class=\"adjoint\"", "4 × 4, a multiple of the identity");
        assertThat(end.get("moving")).contains("class=\"dot\"");
        Map<String, String> start = shown(data, 0);
        assertThat(start.get("a0")).isEqualTo("–");
        assertThat(start.get("n0")).doesNotContain("[1, 2, 3, 4]");
    }

    @Test
    void withoutScriptsItShowsTheEnd() throws IOException {
        String page = page(Order.USUAL);
        JsonObject data = data(page);
        String document = page.substring(0, page.indexOf("<script"));
        shown(data, data.getAsJsonArray("steps").size() - 1)
                .forEach((id, content) ->
                        assertThat(document)
                                .containsPattern(
                                        " id=\""
                                                + id
                                                + "\"[^>]*>"
                                                + Pattern.quote(content)
                                                + "</"));
    }

    @Test
    void everyColourHasAValueInLightAndInDark() throws IOException {
        String page = page(Order.USUAL);
        String style = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
        String[] themes = style.split("data-theme");
        Pattern.compile("var\\((--[a-z0-9]+)\\)")
                .matcher(page)
                .results()
                .map(m -> m.group(1) + ":")
                .distinct()
                .forEach(variable -> {
                    assertThat(themes[0]).contains(variable);
                    assertThat(themes[1]).contains(variable);
                });
        assertThat(style).contains(Theme.LIGHT.adjoint().hex(), Theme.DARK.adjoint().hex());
    }

    @Test
    void isLightOnPaper() throws IOException {
        String page = page(Order.USUAL.withTheme(Theme.DARK));
        String style = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
        String everywhere = style.substring(0, style.indexOf("@media"));
        assertThat(everywhere).contains("--text:" + Theme.LIGHT.text().hex());
        assertThat(style.lines().filter(line -> line.contains("color-scheme:dark")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("@media screen"));
    }

    @Test
    void bracketsStandCloseAndFunctionsKeepAwayFromTheirDerivativesSign() throws IOException {
        Picture classic = Picture.of(Programs.study(Programs.CLASSIC));
        String page = page(classic, Order.USUAL);
        JsonObject data = data(page);
        String formula = shown(data, data.getAsJsonArray("steps").size() - 1).get("formula");
        assertThat(formula)
                .contains("∂</mo><mspace width=\"0.17em\"/><mrow><mi>log</mi>")
                .contains("∂</mo><msub><mi>x</mi>");
        assertThat(formula.replaceAll("<mo [^>]*lspace=\"0\" rspace=\"0\">[^<]*</mo>", ""))
                .doesNotContain("\u2061", "form=");
    }

    @Test
    void beginsAndEndsWhereItIsTold() throws IOException {
        JsonObject data = data(page(Order.USUAL.withMoments(new Order.Moments(4, 6))));
        assertThat(data.getAsJsonArray("steps")).hasSize(3);
        assertThat(data.get("first").getAsInt()).isEqualTo(4);
        assertThat(shown(data, 0).get("v0")).isEqualTo("[1, 2, 3, 4]");
    }

    @Test
    void leavesOutWhatIsNotWanted() throws IOException {
        Order order =
                Order.USUAL
                        .without(Order.Part.VALUES)
                        .without(Order.Part.ADJOINTS)
                        .with(Order.Part.LEGEND);
        String page = page(order);
        assertThat(page)
                .contains("class=\"legend wide\"")
                .doesNotContain("<th scope=\"col\">value", "<th scope=\"col\">adjoint");
        JsonObject data = data(page);
        Map<String, String> end = shown(data, data.getAsJsonArray("steps").size() - 1);
        assertThat(end).doesNotContainKeys("v0", "a0");
        assertThat(end.get("formula")).contains("<mfrac>");
        assertThat(end.get("sentence")).isNotEmpty().doesNotContain("4");
    }

    @Test
    void theLegendStandsBelowTheFormula() throws IOException {
        String page = page(Order.USUAL.with(Order.Part.LEGEND));
        assertThat(page.indexOf("<svg class=\"legend wide\""))
                .isGreaterThan(page.indexOf("id=\"sentence\""));
    }

    @Test
    void theLegendIsReadOut() throws IOException {
        assertThat(page(Order.USUAL.with(Order.Part.LEGEND)))
                .contains("aria-label=\"Legend: input; ", "; a value is used; a share comes back");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        assertThat(page(Order.USUAL)).isEqualTo(page(Order.USUAL));
    }

    @Test
    void refusesWhatNoBrowserWouldShow() {
        Order unfolded = Order.USUAL.withFolding(Folding.NONE);
        Picture loop = Picture.of(Programs.study(Programs.loop(400)), unfolded);
        assertThatThrownBy(() -> new PageExporter().write(loop, unfolded, Progress.NONE, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too large; fold groups");
    }

    private static String page(Order order) throws IOException {
        return page(CHAPTER, order);
    }

    private static String page(Picture picture, Order order) throws IOException {
        var out = new ByteArrayOutputStream();
        new PageExporter().write(picture, order, Progress.NONE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonObject data(String page) {
        String start = "id=\"data\">";
        int from = page.indexOf(start) + start.length();
        return JsonParser.parseString(page.substring(from, page.indexOf("</script>", from)))
                .getAsJsonObject();
    }

    /// What every part shows after a step, as the page's own script works it out.
    private static Map<String, String> shown(JsonObject data, int step) {
        var shown = new HashMap<String, String>();
        for (int k = 0; k <= step; k++) {
            JsonArray changes =
                    data.getAsJsonArray("steps").get(k).getAsJsonObject().getAsJsonArray("c");
            for (int i = 0; i < changes.size(); i += 2) {
                shown.put(
                        data.getAsJsonArray("parts").get(changes.get(i).getAsInt()).getAsString(),
                        data.getAsJsonArray("variants")
                                .get(changes.get(i + 1).getAsInt())
                                .getAsString());
            }
        }
        return shown;
    }
}
