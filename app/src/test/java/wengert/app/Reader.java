package wengert.app;

import static java.util.stream.Collectors.joining;
import static wengert.app.Patience.waitFor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.CodeArea;
import org.testfx.api.FxRobot;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.sweep.Step;
import wengert.trace.Node;
import wengert.value.Value;

/// Reads what each panel of the window says of the moment that is shown. Adjoints read the same wherever they
/// stand: `a=5.5 b=1.716`.
final class Reader {

    private static final Pattern ON_A_CARD =
            Pattern.compile(
                    "^(?:input )?(?:\\S+ = (?=\\S+ = ))?([^ .]+).*adjoint (\\[[^\\]]*\\]|−?[\\d.]*\\d)");

    private final FxRobot robot;
    private final Session session;

    Reader(FxRobot robot, Session session) {
        this.robot = robot;
        this.session = session;
    }

    /// Brings one of the panels at the side to the front.
    void choose(String side) {
        var sides = robot.lookup("#sides").queryAs(TabPane.class);
        robot.interact(() ->
                sides.getTabs().stream()
                        .filter(tab -> tab.getText().equals(side))
                        .forEach(sides.getSelectionModel()::select));
    }

    String inTheModel() {
        Frame frame = session.frame().get();
        return frame.graph().nodes().stream()
                .filter(node -> frame.adjoint(node) != null)
                .map(node -> frame.graph().label(node) + "=" + Digits.text(frame.adjoint(node)))
                .collect(joining(" "));
    }

    /// What the cards tell a screen reader of their adjoints.
    List<String> onTheCards() {
        var canvas = robot.lookup(".graph-canvas").query();
        var said = new ArrayList<String>();
        robot.interact(() -> {
            int count = (Integer) canvas.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT);
            for (int k = 0; k < count; k++) {
                var card =
                        (javafx.scene.Node)
                                canvas.queryAccessibleAttribute(
                                        AccessibleAttribute.ITEM_AT_INDEX, k);
                Matcher words =
                        ON_A_CARD.matcher(
                                (String) card.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                if (words.find()) {
                    said.add(words.group(1) + "=" + words.group(2));
                }
            }
        });
        return said;
    }

    String inTheList() {
        TableView<Node> table = robot.lookup("#tape").queryTableView();
        // in a narrow window arrays are told in fewer numbers
        robot.interact(() -> table.getColumns().getLast().setPrefWidth(300));
        var rows = new ArrayList<String>();
        for (int row = 0; row < table.getItems().size(); row++) {
            String adjoint = (String) table.getColumns().getLast().getCellData(row);
            String name = (String) table.getColumns().get(1).getCellData(row);
            if (!adjoint.isEmpty() && !adjoint.equals("–") && !adjoint.equals("not yet")) {
                rows.add(name + "=" + adjoint.replace(" +", ""));
            }
        }
        return String.join(" ", rows);
    }

    /// The numbers of the adjoint in the array panel.
    String inTheArrays() {
        choose("Arrays");
        Parent first = robot.lookup(".arrays .adjoint-array").query();
        String numbers =
                robot.from(first).lookup(".matrix-entry").queryAllAs(Label.class).stream()
                        .map(Reader::text)
                        .collect(joining(" "));
        choose("Shares");
        return numbers;
    }

    /// Whether the frame in the program stands around the expression at work.
    boolean inTheEditor() throws TimeoutException {
        Node work = session.frame().get().atWork();
        var area = robot.lookup("#program").queryAs(CodeArea.class);
        javafx.scene.Node frame = robot.lookup(".expression-frame.at-work").query();
        waitFor(() -> {
            var wanted = area.getCharacterBoundsOnScreen(work.span().start(), work.span().end());
            var there = frame.localToScreen(frame.getLayoutBounds());
            return frame.isVisible()
                    && wanted.isPresent()
                    && Math.abs(wanted.get().getMinX() - there.getMinX()) < 4
                    && Math.abs(wanted.get().getMaxX() - there.getMaxX()) < 4;
        });
        return true;
    }

    String formula() {
        return robot.lookup(".formula-view").query().getAccessibleText();
    }

    Stream<javafx.scene.Node> signs() {
        return robot.lookup(".formula").queryAll().stream()
                .filter(path -> path.getUserData() instanceof Notation);
    }

    static String text(javafx.scene.Node sign) {
        return Unicode.text((Notation) sign.getUserData());
    }

    String sentence() {
        return flowing("#sentence");
    }

    String shares() {
        return robot.lookup("#shares .share > TextFlow").queryAllAs(TextFlow.class).stream()
                .map(Reader::flowing)
                .collect(joining(" | "));
    }

    String flowing(String selector) {
        return flowing(robot.lookup(selector).queryAs(TextFlow.class));
    }

    /// The text of a flow, and of the words in it that are kept whole.
    static String flowing(TextFlow flow) {
        return flow.getChildren().stream()
                .map(part ->
                        part instanceof TextFlow word ? flowing(word) : ((Text) part).getText())
                .collect(joining());
    }

    /// How many steps of the timeline are marked as done.
    long done() {
        return robot.lookup(".track-dot").queryAll().stream()
                .filter(dot -> has(dot, "done"))
                .count();
    }

    /// What the receiver of this step has now.
    String received() {
        Frame frame = session.frame().get();
        return Digits.text(frame.adjoint(frame.receiver()));
    }

    /// What this step hands over.
    String handed() {
        return switch (session.frame().get().step()) {
            case Step.Share share -> Digits.text(share.share());
            case Step.Seed(_, Value seed) -> Digits.text(seed);
            case null, default -> "";
        };
    }

    long lit(String selector) {
        return robot.lookup(selector).queryAll().stream().filter(n -> has(n, "pointed")).count();
    }

    static boolean has(javafx.scene.Node node, String pseudoClass) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
    }

    List<String> texts(String selector) {
        return robot.lookup(selector).queryAllAs(Label.class).stream().map(Reader::text).toList();
    }

    String text(String selector) {
        return text(robot.lookup(selector).queryAs(Label.class));
    }

    /// A label whose signs come from several fonts is made of pieces.
    static String text(Label label) {
        if (label.getText() != null) {
            return label.getText();
        }
        return ((Parent) label.getGraphic())
                .getChildrenUnmodifiable().stream()
                        .map(part -> ((Text) part).getText())
                        .collect(joining());
    }
}
