package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.MultiGraph;
import org.graphstream.stream.file.FileSource;
import org.graphstream.stream.file.FileSourceDGS;
import org.graphstream.stream.file.FileSourceGEXF;
import org.graphstream.stream.file.FileSourceGraphML;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.story.Frame;
import wengert.story.Programs;
import wengert.sweep.Mode;
import wengert.trace.Graph.Edge;
import wengert.value.Show;

/// What other programs read comes back as it was.
class DataFormatsTest {

    /// NaN, an infinity, a tiny number, a backslash, a quote, and a group.
    private static final String ODD =
            """
            using Zygote
            g(z) = z / 0.0
            f(x, y) = sum([2.0 0.0; 0.0 4.0] \\ x) * 1.25e-9 + g(y) * NaN + y
            gradient(f, [1.0, 2.0], 3.0)
            """;

    private static final Picture PICTURE = Picture.of(Programs.study(ODD));

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("graphml", new FileSourceGraphML()),
                Arguments.of("gexf", new FileSourceGEXF()),
                Arguments.of("dgs", new FileSourceDGS()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void graphStreamReadsWhatWeWrite(String extension, FileSource source) throws Exception {
        Graph read = new MultiGraph("read");
        source.addSink(read);
        source.readAll(new ByteArrayInputStream(bytes(extension, Order.USUAL)));
        var end = PICTURE.story().frame(Integer.MAX_VALUE);
        assertThat(read.getNodeCount()).isEqualTo(end.graph().nodes().size());
        int edges = 0;
        for (var node : end.graph().nodes()) {
            var found = read.getNode("n" + node.index());
            assertThat(found.getAttribute("value"))
                    .as("value of %s", node)
                    .isEqualTo(Show.repr(node.plain()));
            var adjoint = end.adjoint(node);
            Object told = found.getAttribute("adjoint"); // GraphML's reader gives "" for none
            assertThat(told == null ? "" : told)
                    .as("adjoint of %s", node)
                    .isEqualTo(adjoint == null ? "" : Show.repr(adjoint));
            assertThat(found.getAttribute("kind")).isEqualTo(word(node.kind()));
            if (end.arrival(node) != Frame.Arrival.NONE) {
                assertThat(found.getAttribute("arrival")).isEqualTo("complete");
            }
            for (int slot = 0; slot < node.arguments().size(); slot++) {
                boolean passed = end.passed(new Edge(node, slot));
                var edge = read.getEdge("e" + node.index() + "-" + slot);
                assertThat("true".equals(edge.getAttribute("passed"))).isEqualTo(passed);
            }
            edges += node.arguments().size();
        }
        assertThat(read.getEdgeCount()).isEqualTo(edges);
        assertThat(read.nodes().map(n -> n.getAttribute("value")))
                .contains("NaN", "Inf", "1.25e-9");
    }

    @Test
    void dgsTellsTheSweepStepByStep() throws IOException {
        String dgs = new String(bytes("dgs", Order.USUAL), StandardCharsets.UTF_8);
        assertThat(dgs).startsWith("DGS004\n").contains("\nst 1\n", "\nst 2\ncn n");
        Order end = Order.USUAL.withMoments(Order.Moments.at(9));
        assertThat(new String(bytes("dgs", end), StandardCharsets.UTF_8)).doesNotContain("\nst ");
    }

    /// As Graphviz reads it; GraphStream's own reader of this language stumbles over signs such as `⁻`.
    @Test
    void dotHasEveryNodeWithItsNumbers() throws IOException {
        String dot = new String(bytes("dot", Order.USUAL), StandardCharsets.UTF_8);
        var end = PICTURE.story().frame(Integer.MAX_VALUE);
        for (var node : end.graph().nodes()) {
            var line = Pattern.compile("(?m)^ *n" + node.index() + " \\[(.*)];$").matcher(dot);
            assertThat(line.find()).isTrue();
            var read = new HashMap<String, String>();
            Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"")
                    .matcher(line.group(1))
                    .results()
                    .forEach(m -> read.put(m.group(1), m.group(2).replaceAll("\\\\(.)", "$1")));
            assertThat(read).containsEntry("value", Show.repr(node.plain()));
            var adjoint = end.adjoint(node);
            assertThat(read.get("adjoint")).isEqualTo(adjoint == null ? null : Show.repr(adjoint));
            assertThat(read.getOrDefault("sign", ""))
                    .isEqualTo(node.op() == null ? "" : node.op().sign());
        }
    }

    /// Edges from one node to all turns of a loop are more than Graphviz can take.
    @Test
    void dotCopiesWhatIsUsedInManyPlaces() throws IOException {
        var study =
                Programs.study(
                        """
                        using Zygote
                        function f(x)
                            s = x
                            for i in 1:9
                                s = s * x
                            end
                            s
                        end
                        gradient(f, 1.1)
                        """);
        var out = new ByteArrayOutputStream();
        Exporters.forExtension("dot")
                .orElseThrow()
                .write(Picture.of(study), Order.USUAL, Progress.NONE, out);
        String dot = out.toString(StandardCharsets.UTF_8);
        assertThat(dot.lines().filter(line -> line.contains("copy=\"n0\""))).hasSize(9);
        assertThat(dot.lines().filter(line -> line.contains(" -> "))).hasSize(18);
        assertThat(dot).doesNotContain("  n0 -> ");
    }

    @Test
    void dotPutsGroupsIntoClusters() throws IOException {
        assertThat(new String(bytes("dot", Order.USUAL), StandardCharsets.UTF_8))
                .contains("subgraph cluster_g0 {", "label=\"g( )\"", "sign=\"\\\\\"");
    }

    @Test
    void jsonHasNumbersAsTheCommandLinePromises() throws IOException {
        JsonObject graph =
                JsonParser.parseString(
                                new String(bytes("json", Order.USUAL), StandardCharsets.UTF_8))
                        .getAsJsonObject();
        Map<String, JsonObject> nodes = new HashMap<>();
        for (JsonElement node : graph.getAsJsonArray("nodes")) {
            nodes.put(node.getAsJsonObject().get("id").getAsString(), node.getAsJsonObject());
        }
        var all = PICTURE.study().graph().nodes();
        assertThat(nodes).hasSameSizeAs(all);
        assertThat(nodes.values())
                .extracting(node -> node.get("value").toString())
                .contains("\"NaN\"", "\"Inf\"", "1.25E-9", "3.0");
        assertThat(nodes.get("n0").get("value").toString())
                .isEqualTo("{\"size\":[2],\"data\":[1.0,2.0]}");
        assertThat(graph.getAsJsonArray("groups")).isNotEmpty();
        assertThat(graph.get("step")).isEqualTo(graph.get("steps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "gexf"})
    void xmlIsWellFormed(String extension) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(extension, Order.USUAL)));
    }

    @Test
    void whatHasNotArrivedIsNotSaid() throws IOException {
        String start =
                new String(
                        bytes("dot", Order.USUAL.withMoments(Order.Moments.at(0))),
                        StandardCharsets.UTF_8);
        assertThat(start).doesNotContain("value=", "adjoint=").contains("arrival=\"awaited\"");
    }

    @Test
    void csvHasEveryDigitAndMarkdownKeepsItsColumns() throws IOException {
        var list = WengertList.of(PICTURE.study(), Mode.REVERSE);
        assertThat(list.write(WengertList.Format.CSV).lines())
                .hasSize(1 + list.rows().size())
                .anyMatch(line -> line.startsWith("\"x\",\"\",\"[1.0, 2.0]\",\"["))
                .anyMatch(line -> line.contains("1.25e-9"));
        assertThat(list.write(WengertList.Format.MARKDOWN).lines())
                .allSatisfy(line -> assertThat(line.replace("\\|", "").split("\\|")).hasSize(5));
    }

    @Test
    void csvHasAllElementsOfAGradientThatIsTheSameEverywhere() throws IOException {
        var study = Programs.study("using Zygote; gradient(sum, [1.0 2.0; 3.0 4.0])");
        assertThat(WengertList.of(study, Mode.REVERSE).write(WengertList.Format.CSV))
                .contains("\"[1.0 1.0; 1.0 1.0]\"");
    }

    @Test
    void listsHaveTheNumbersOfSmallMatricesAndTheSizesOfLargeOnes() throws IOException {
        var study =
                Programs.study(
                        "using Zygote; gradient((A, B) -> sum(sin.(A)) + sum(B),"
                                + " [0.1 0.2; 0.3 0.4; 0.5 0.6], ones(40, 50))");
        assertThat(WengertList.of(study, Mode.REVERSE).write(WengertList.Format.TEXT))
                .contains("[0.995 0.9801; 0.9553 0.9211; 0.8776 0.8253]", "40×50 matrix");
    }

    @Test
    void listsLeaveOutWhatIsNotWanted() throws IOException {
        var last = new LinkedHashSet<>(List.of(PICTURE.study().graph().output()));
        Order order =
                Order.USUAL.without(Order.Part.VALUES).withExtent(new Order.Extent.Selection(last));
        assertThat(new String(bytes("csv", order), StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .isEqualTo("\"name\",\"operation\",\"adjoint\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tex", "list.tex"})
    void latexIsBalancedAndKnownToPdflatex(String extension) throws IOException {
        String tex =
                new String(
                        bytes(extension, Order.USUAL.with(Order.Part.FORMULA)),
                        StandardCharsets.UTF_8);
        assertThat(count(tex, "{")).isEqualTo(count(tex, "}"));
        assertThat(count(tex, "$") % 2).isZero();
        assertThat(tex).contains("v_{").contains("\\cdot 10^{-9}");
        for (int sign : tex.codePoints().filter(c -> c > 255).distinct().toArray()) {
            assertThat(tex).contains("\\DeclareUnicodeCharacter{%04X}".formatted(sign));
        }
    }

    private static long count(String text, String sign) {
        return text.replace("\\" + sign, "").chars().filter(c -> c == sign.charAt(0)).count();
    }

    @Test
    void latexHasEveryNode() throws IOException {
        String tex = new String(bytes("tex", Order.USUAL), StandardCharsets.UTF_8);
        List<String> cards =
                PICTURE.placement().visible().cards().stream().map(c -> c.id()).toList();
        assertThat(cards).allSatisfy(id -> assertThat(tex).contains("% " + id + "\n"));
    }

    private static String word(wengert.trace.Node.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static byte[] bytes(String extension, Order order) throws IOException {
        var out = new ByteArrayOutputStream();
        Exporters.forExtension(extension).orElseThrow().write(PICTURE, order, Progress.NONE, out);
        return out.toByteArray();
    }
}
