package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Budget;

class CommandsTest {

    private static final String SQUARE =
            """
            using Zygote
            f(x) = x * x + 3x
            gradient(f, 2.0)
            """;

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));

    private int run(String... arguments) {
        return Commands.run(terminal, arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String program(String text) throws IOException {
        return Files.writeString(folder.resolve("program.jl"), text).toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    1 + 1             => 2
                    1 / 4             => 0.25
                    0 / 0             => "NaN"
                    -1 / 0            => "-Inf"
                    2 > 1             => true
                    nothing           => null
                    "a\\nb"           => {"string":"a\\nb"}
                    :name             => {"string":"name"}
                    [1.0, 2.0]        => {"size":[2],"data":[1.0,2.0]}
                    [1 2; 3 4]        => {"size":[2,2],"data":[1,3,2,4]}
                    1:3               => {"size":[3],"data":[1,2,3]}
                    (1, "a")          => {"tuple":[1,{"string":"a"}]}
                    (a = 1, b = 2.5)  => {"named":{"a":1,"b":2.5}}
                    1 + 2im           => {"re":1,"im":2}
                    sin               => {"opaque":"sin (generic function with 14 methods)"}
                    [[1], [2, 3]]     => {"size":[2],"data":[{"size":[1],"data":[1]},{"size":[2],"data":[2,3]}]}
                    """)
    void evalWritesValuesAsJson(String statement, String json) throws IOException {
        assertThat(run("eval", "--json", program(statement))).isZero();
        if (json.contains("opaque")) {
            assertThat(said()).contains("\"value\":{\"opaque\":");
        } else {
            assertThat(said()).endsWith(",\"value\":" + json + "}\n");
        }
    }

    @Test
    void evalWritesAnObjectForEachStatement() throws IOException {
        String file = program("using Zygote\nx = 2.0;\n\ngradient(x -> x^2, x)\n");
        assertThat(run("eval", "--json", file)).isZero();
        assertThat(said())
                .isEqualTo(
                        """
                        {"file":"%1$s","line":1,"show":"","value":null}
                        {"file":"%1$s","line":2,"show":"","value":2.0}
                        {"file":"%1$s","line":4,"show":"(4.0,)","value":{"tuple":[4.0]}}
                        """
                                .formatted(file));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiterString = "|",
            textBlock =
                    """
                    --elements   | 100  | zeros(1000)                                 | larger than the limit of 100
                    --call-depth | 50   | f(n) = n == 0 ? 0 : f(n - 1); f(100)        | nested more than 50 deep
                    --operations | 1000 | for i in 1:10^6; sin(i); end                | operations, in turn
                    --nodes      | 10   | using Zygote; gradient(x -> sum(x * i for i in 1:99), 1.0) | recorded 10 operations
                    --seconds    | 0.2  | while true end                              | stopped after 0.2 seconds
                    """)
    void theBudgetIsSetByOptions(String option, String most, String text, String message)
            throws IOException {
        assertThat(run("eval", option, most, program(text))).isOne();
        assertThat(complained()).contains(message);
    }

    @Test
    void evalStopsAtAnErrorAndGoesOnWithTheNextFile() throws IOException {
        String wrong = program("x = 1\nsine(x)\n2");
        String right = Files.writeString(folder.resolve("right.jl"), "3").toString();
        assertThat(run("eval", "--json", wrong, right)).isOne();
        assertThat(said().lines().toList())
                .hasSize(3)
                .satisfies(lines -> {
                    assertThat(lines.get(1))
                            .contains("\"line\":2,\"error\":{\"kind\":\"UndefVarError\"")
                            .endsWith("\"line\":2,\"column\":1}}");
                    assertThat(lines.get(2)).contains("right.jl").contains("\"value\":3");
                });
    }

    @Test
    void evalShowsWhatTheReplShows() throws IOException {
        assertThat(run("eval", program("x = [1.0, 2.0]\nprintln(\"hello\")\ny = 2;\ny + 1")))
                .isZero();
        assertThat(said()).isEqualTo("2-element Vector{Float64}:\n 1.0\n 2.0\nhello\n3\n");
    }

    @Test
    void evalPointsAtMistakes() throws IOException {
        assertThat(run("eval", program("x = 1 +"))).isOne();
        assertThat(complained()).startsWith("program.jl:1:").contains("^");
    }

    @Test
    void aMissingFileIsASentence() {
        assertThat(run("eval", "nowhere.jl")).isOne();
        assertThat(complained()).isEqualTo("nowhere.jl: there is no such file\n");
    }

    @Test
    void drawWritesAPictureOfAStep() throws Exception {
        Path picture = folder.resolve("out.svg");
        assertThat(run("draw", program(SQUARE), "-o", picture.toString(), "--step", "11")).isZero();
        var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
        assertThat(svg.getDocumentElement().getTextContent()).contains("10.0").contains("7.0");
    }

    @Test
    void drawWritesPixels() throws IOException {
        Path picture = folder.resolve("out.png");
        assertThat(run("draw", program(SQUARE), "-o", picture.toString(), "--theme", "dark"))
                .isZero();
        assertThat(javax.imageio.ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(100);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2, draw FILE -o x.bmp, the ending of x.bmp is none of",
        "2, draw FILE -o x.svg --thme dark, --theme",
        "2, draw FILE -o x.svg --theme drak, 'light, dark, print'",
        "2, draw FILE -o x.svg --step -1, --step counts from 0",
        "2, draw FILE -o x.svg --step 999, --step 999 is beyond the last step",
        "2, draw FILE -o x.gif --step 1, '--step is one moment, and this shows many'",
        "2, draw FILE --steps x --format gif, and gif files show them all",
        "2, draw FILE -o x.svg --scale 0, --scale is between 0 and 100",
        "2, draw FILE, 'say where to draw to: -o FILE, or --steps FOLDER'",
        "2, draw FILE -o x.svg --width 900 --scale 2, exclude each other",
        "2, draw FILE -o x.svg --size large, --size is like 1280x720",
        "2, draw FILE -o x.svg --select q, there is no node `q`; there are x",
        "2, draw FILE -o x.svg --along x, add --mode forward",
        "2, draw FILE -o x.svg --mode forward --along q, there is no input `q`; there are x",
        "2, draw FILE OTHER -o x.svg, put {name} into the name",
        "2, draw a/p.jl b/p.jl -o {name}.svg, put {folder} into the name",
        "2, draw FILE FILE -o {name}.svg, program.jl is given twice",
        "2, draw FILE -o {nme}.svg, '{nme} stands for nothing'",
        "2, draw FILE OTHER -o -, -o - takes one program",
        "2, draw x.jl -o x.jl --format svg, x.jl is the program itself",
        "2, draw FILE -o x --format bmp, bmp is no format that Wengert knows; it knows svg",
        "2, draw FILE -o x.svg --format pdf, x.svg is the name of a file in svg",
        "2, draw FILE -o x.svg --call 7, --call 7: there is one differentiated call",
        "2, draw FILE -o x.svg --call 0, --call counts from 1",
        "1, draw FILE -o nowhere/x.svg, there is no folder",
        "1, draw FILE -o x.png --width 100000, pixels is too large",
        "2, trace FILE --format bmp, 'bmp is none of text, markdown, latex, csv, json'",
        "2, trace FILE --step 999, --step 999 is beyond the last step",
        "2, trace FILE -o x.csv --format json, x.csv is the name of a file in csv",
        "1, trace nowhere.jl, nowhere.jl: there is no such file",
        "2, time FILE --call 7, --call 7: there is one differentiated call",
        "2, eval --nonsense FILE, '--nonsense'",
    })
    void whatCannotBeDoneIsSaid(int code, String line, String message) throws IOException {
        String file = program(SQUARE);
        String[] arguments = line.replace("OTHER", "other.jl").replace("FILE", file).split(" ");
        assertThat(run(arguments)).isEqualTo(code);
        assertThat(complained()).contains(message).doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "draw FILE -o FOLDER/x.csv --theme dark --digits 3, --theme and --digits make no difference to csv",
        "draw FILE -o FOLDER/x.html --formula, --formula makes no difference to html",
        "draw FILE -o FOLDER/x.svg --speed 3, --speed makes no difference to svg",
        "draw FILE --steps FOLDER/x --from 1 --to 2 --transparent --format dot, --transparent makes no difference",
        "draw FILE -o FOLDER/x.mp4 --to 1 --size 41x31, even sides, so it is 42 × 32 pixels",
        "trace FILE --format json --digits 3, --digits makes no difference to json",
    })
    void whatMakesNoDifferenceIsSaid(String line, String message) throws IOException {
        String file = program(SQUARE);
        String[] arguments =
                line.replace("FOLDER", folder.toString()).replace("FILE", file).split(" ");
        assertThat(run(arguments)).isZero();
        assertThat(complained().lines()).hasSize(1).first().asString().contains(message);
    }

    @Test
    void drawsToTheStandardOutput() throws Exception {
        assertThat(run("draw", program(SQUARE), "-o", "-", "--format", "png")).isZero();
        assertThat(javax.imageio.ImageIO.read(new ByteArrayInputStream(out.toByteArray())))
                .isNotNull();
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void aListGoesToAFileOfTheFormatThatItsNameSays() throws IOException {
        Path list = folder.resolve("list.csv");
        assertThat(run("trace", program(SQUARE), "-o", list.toString(), "--step", "2")).isZero();
        assertThat(list).content().startsWith("\"name\",").contains("\"x\",\"\",\"2.0\",\"\"");
    }

    @Test
    void severalListsAreOneTable() throws IOException {
        String other = Files.writeString(folder.resolve("other.jl"), SQUARE).toString();
        String file = program(SQUARE);
        assertThat(run("trace", file, other, "--format", "csv")).isZero();
        assertThat(said().lines())
                .hasSize(11)
                .filteredOn(l -> l.startsWith("\"program\""))
                .hasSize(1);
        out.reset();
        assertThat(run("trace", file, other, "--format", "json")).isZero();
        assertThat(JsonParser.parseString(said()).getAsJsonArray()).hasSize(2);
    }

    @Test
    void whatIsWrittenInVainIsNoSuccess() throws IOException {
        var full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        var nowhere = new Terminal(new PrintStream(full), terminal.err());
        assertThat(Commands.run(nowhere, "eval", program("1 + 1"))).isOne();
        assertThat(complained()).isEqualTo("wengert: the output could not be written\n");
    }

    @Test
    void traceIsTheWengertList() throws IOException {
        assertThat(run("trace", program(SQUARE))).isZero();
        assertThat(said())
                .isEqualTo(
                        """
                        gradient(f, 2.0)

                        name  operation  value  adjoint
                        x                2.0    7.0
                        v₁    x · x      4.0    1.0
                        v₂               3      –
                        v₃    3 · x      6.0    1.0
                        v₄    v₁ + v₃    10.0   1.0
                        """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "markdown, | v₁ |",
        "latex, \\begin{tabular}",
        "csv, '\"v₁\",'",
        "json, '\"adjoint\": 7.0'",
    })
    void traceKnowsOtherForms(String format, String sign) throws IOException {
        assertThat(run("trace", program(SQUARE), "--format", format)).isZero();
        assertThat(said()).contains(sign);
    }

    @ParameterizedTest
    @CsvSource({"--help, Usage: wengert", "--version, wengert"})
    void saysWhatItIs(String option, String words) {
        assertThat(run(option)).isZero();
        assertThat(said()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    tiem x.jl      => wengert: there is no command `tiem`, only eval, draw, trace, check, time
                    --seconds 5 tiem x.jl => wengert: there is no command `tiem`, only eval, draw, trace, check, time
                    new.jl other.jl => wengert: there is no place for `other.jl`
                    time x.jl y.jl => wengert time: there is no place for `y.jl`
                    time --jsn x.jl => wengert time: Unknown option: '--jsn'
                    """)
    void whatMakesNoSenseIsSaid(String arguments, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(complained()).startsWith(sentence + "\n");
    }

    @Test
    void whatNobodyExpectedIsSaidInASentence() throws IOException {
        var deep =
                new PrintStream(OutputStream.nullOutputStream()) {
                    @Override
                    public void print(String text) {
                        throw new StackOverflowError();
                    }
                };
        assertThat(Commands.run(new Terminal(deep, terminal.err()), "eval", program(SQUARE)))
                .isOne();
        assertThat(complained())
                .isEqualTo("wengert: something went wrong inside Wengert (StackOverflowError)\n");
    }

    @Test
    void withoutADisplayItDrawsTheOpeningSample() throws Exception {
        assertThat(Start.withoutDisplay(terminal, null, folder, Budget.DEFAULT)).isZero();
        Path picture = folder.resolve("chapter.svg");
        assertThat(said().lines()).hasSize(1);
        assertThat(said()).contains(picture.toAbsolutePath().toString());
        var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("60.0")
                .contains("[4, 8, 12, 16]");
    }

    @Test
    void withoutAPlaceForThePictureItSaysSo() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(Start.withoutDisplay(terminal, null, nowhere, Budget.DEFAULT)).isOne();
        assertThat(complained().lines()).hasSize(1);
    }

    @Test
    void withoutADisplayItDrawsTheProgramThatWasNamed() throws IOException {
        Path square = Path.of(program(SQUARE));
        assertThat(Start.withoutDisplay(terminal, square, folder, Budget.DEFAULT)).isZero();
        assertThat(said()).contains("the graph of program.jl");
        assertThat(folder.resolve("program.svg")).isNotEmptyFile();
    }

    @Test
    void withoutADisplayNoPictureTakesThePlaceOfAnother() throws IOException {
        Path mine = Files.writeString(folder.resolve("program.svg"), "drawn by hand");
        Path square = Path.of(program(SQUARE));
        assertThat(Start.withoutDisplay(terminal, square, folder, Budget.DEFAULT)).isZero();
        assertThat(mine).hasContent("drawn by hand");
        assertThat(folder.resolve("program-2.svg")).isNotEmptyFile();
    }

    @Test
    void withoutADisplayItSaysThatWhatWasNamedIsNoFile() {
        Path none = folder.resolve("none.jl");
        assertThat(Start.withoutDisplay(terminal, none, folder, Budget.DEFAULT)).isOne();
        assertThat(complained().lines())
                .containsExactly(
                        none + ": there is no such file",
                        "There is no display for the window, and nothing was drawn.");
        assertThat(folder.resolve("chapter.svg")).doesNotExist();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "Linux, DISPLAY, :0, true",
        "Linux, WAYLAND_DISPLAY, wayland-0, true",
        "Linux, DISPLAY, '', false",
        "Linux, HOME, x, false",
        "Mac OS X, HOME, x, true",
        "Windows 11, HOME, x, true",
    })
    void knowsWhereADisplayIs(String system, String variable, String value, boolean display) {
        String platform = System.clearProperty("glass.platform");
        try {
            assertThat(Start.hasDisplay(Map.of(variable, value), system)).isEqualTo(display);
        } finally {
            if (platform != null) {
                System.setProperty("glass.platform", platform);
            }
        }
    }

    @Test
    void timesWhatAGradientCosts() throws IOException {
        assertThat(run("time", program(SQUARE), "--json")).isZero();
        var figures = JsonParser.parseString(said()).getAsJsonObject();
        assertThat(figures.keySet())
                .containsExactly(
                        "call",
                        "nodes",
                        "parse_ns",
                        "trace_ns",
                        "value_ns",
                        "gradient_ns",
                        "ratio",
                        "layout_ns",
                        "frame_ns");
        assertThat(figures.get("call").getAsString()).isEqualTo("gradient(f, 2.0)");
        assertThat(figures.get("gradient_ns").getAsDouble()).isPositive();
    }
}
