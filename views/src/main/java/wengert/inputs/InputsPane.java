package wengert.inputs;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wengert.compile.FastGradient;
import wengert.explore.Origin;
import wengert.run.Study;
import wengert.session.Inputs;
import wengert.session.Session;
import wengert.source.Span;
import wengert.story.Digits;
import wengert.sweep.Mode;
import wengert.theme.Gradually;
import wengert.theme.Tip;
import wengert.trace.Node;
import wengert.value.ArrayValue;

/// The numbers that go into what is looked at, each with a handle, and what comes of them.
public final class InputsPane extends VBox {

    private final Session session;
    private final Inputs inputs;
    private final VBox content = new VBox();
    private final Label result = new Label();
    private final Button back = button(Feather.ROTATE_CCW, "The program's numbers again");
    private final Label note = new Label();
    private final Button write = new Button("Write the numbers there");
    private final Gradually making = new Gradually();
    private final List<InputBlock> blocks = new ArrayList<>();

    /// Those of the program before, while nothing goes in: they may serve the next one.
    private List<InputBlock> spare = List.of();

    private List<String> names = List.of();
    private String refusal = "";

    public InputsPane(Session session) {
        this.session = session;
        this.inputs = session.inputs();
        getStyleClass().add("inputs");
        setId("inputs");
        URL styles = InputsPane.class.getResource("inputs.css");
        if (styles != null) {
            getStylesheets().add(styles.toExternalForm());
        }
        content.getStyleClass().add("inputs-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        note.setId("inputs-note");
        note.getStyleClass().add("inputs-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        write.setId("write-inputs");
        write.getStyleClass().add("small-button");
        write.setOnAction(_ -> inputs.write());
        back.setId("reset-inputs");
        back.setOnAction(_ -> inputs.reset());
        back.visibleProperty().bind(inputs.moved());
        getChildren().addAll(head(), scroll, note, write);
        inputs.study().addListener(_ -> build());
        inputs.numbers().addListener(_ -> numbers());
        inputs.chosen().addListener(_ -> numbers());
        inputs.chosen().addListener(_ -> answer());
        inputs.answer().addListener(_ -> answer());
        session.settings().detail().addListener(_ -> answer());
        inputs.trouble().addListener(_ -> say());
        inputs.moved().addListener(_ -> say());
        session.mode().addListener((_, _, mode) -> choose(mode));
        build();
    }

    /// Puts the keyboard onto the number that was chosen last.
    public void focusChosen() {
        blocks.stream()
                .filter(block -> block.holds(inputs.chosen().get()))
                .findFirst()
                .ifPresent(InputBlock::focusSlider);
    }

    /// As much as there is to show, if that is allowed: what is below can do with less.
    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), getMaxHeight());
    }

    private HBox head() {
        var title = new Label("INPUTS");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        result.setId("inputs-result");
        result.getStyleClass().add("inputs-result");
        Tip.explain(result, "What comes out in the end, whichever step is shown");
        var head = new HBox(title, space, result, back);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private static Button button(Feather sign, String says) {
        var button = new Button(null, new FontIcon(sign));
        button.getStyleClass().add("quiet");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setFocusTraversable(false);
        return button;
    }

    /// Other inputs, or the same at the next run of the program, which keeps the hand on them.
    private void build() {
        Study study = inputs.study().get();
        setVisible(study != null);
        setManaged(study != null);
        if (study == null) {
            names = List.of();
            spare = blocks.isEmpty() ? spare : List.copyOf(blocks);
            blocks.clear();
            result.setText("");
            making.begin(List.of());
        } else if (blocks.isEmpty() || !names.equals(inputs.names())) {
            names = inputs.names();
            refusal = "";
            make(study);
        } else {
            for (int i = 0; i < blocks.size(); i++) {
                explain(blocks.get(i), inputs.origins().get(i));
            }
        }
        numbers();
        answer();
    }

    /// The blocks that are there already serve on, from the first to the last that suits. Others come with the next
    /// pulses.
    private void make(Study study) {
        List<InputBlock> before = blocks.isEmpty() ? spare : List.copyOf(blocks);
        spare = List.of();
        blocks.clear();
        var work = new ArrayList<Runnable>();
        List<Node> nodes = names.isEmpty() ? List.of() : study.graph().inputs();
        int first = 0;
        for (int i = 0; i < nodes.size(); i++) {
            InputBlock made = i < before.size() ? before.get(i) : null;
            Node input = nodes.get(i);
            int index = i;
            int at = first;
            if (work.isEmpty() && made != null && made.suits(i, first, input.plain())) {
                made.become(study.graph().label(input));
                explain(made, inputs.origins().get(i));
                blocks.add(made);
            } else {
                work.add(() -> add(index, at));
            }
            first += Mode.numbers(input.plain());
        }
        if (!content.getChildren().equals(blocks)) {
            content.getChildren().setAll(blocks);
        }
        making.begin(work);
    }

    /// @param first the first of the input's numbers
    private void add(int index, int first) {
        Study study = inputs.study().get(); // the program may have run again since
        if (study != null) {
            InputBlock block = block(study, index, first, study.graph().inputs().get(index));
            explain(block, inputs.origins().get(index));
            blocks.add(block);
            content.getChildren().add(block);
            showNumbers(block);
            showDerivatives(block);
        }
    }

    /// In forward mode the number that moves is the one that has the hand.
    private void choose(Mode mode) {
        Study study = inputs.study().get();
        Study shown = session.study().get();
        if (mode instanceof Mode.Forward(int input, int entry)
                && study != null
                && shown != null
                && shown.origin() == study
                && input < study.graph().inputs().size()) {
            int first =
                    study.graph().inputs().subList(0, input).stream()
                            .mapToInt(node -> Mode.numbers(node.plain()))
                            .sum();
            if (first + entry < inputs.names().size()) {
                inputs.chosen().set(first + entry);
            }
        }
    }

    private InputBlock block(Study study, int i, int first, Node input) {
        String name = study.graph().label(input);
        var block = new InputBlock(inputs, i, first, name, input.plain(), digits(), this::refuse);
        block.setOnMouseEntered(_ -> point(i));
        block.setOnMouseExited(_ -> session.pointed().set(null));
        return block;
    }

    private void refuse(String why) {
        refusal = why;
        say();
    }

    /// Lights up what belongs to an input in the other panels.
    private void point(int i) {
        Study shown = session.study().get();
        boolean same = shown != null && shown.origin() == inputs.study().get();
        session.pointed().set(same ? shown.graph().inputs().get(i) : null);
    }

    private void explain(InputBlock block, Origin origin) {
        block.explain(
                where(origin),
                () -> {
                    switch (origin) {
                        case Origin.Written(var literals) ->
                                session.attention().source().set(literals.getFirst().span());
                        case Origin.Computed(Span expression) ->
                                session.attention().source().set(expression);
                        case Origin.Hidden(), Origin.Proposed() -> {}
                    }
                });
    }

    private String where(Origin origin) {
        return switch (origin) {
            case Origin.Written(var literals) ->
                    "Written in line " + inputs.source().line(literals.getFirst().span().start());
            case Origin.Computed(Span expression) ->
                    "Comes from `%s` in line %d"
                            .formatted(
                                    inputs.source().at(expression),
                                    inputs.source().line(expression.start()));
            case Origin.Hidden() -> "Computed while the program runs";
            case Origin.Proposed() -> "Proposed: the program does not call the function";
        };
    }

    private void numbers() {
        blocks.forEach(this::showNumbers);
        say();
    }

    private void showNumbers(InputBlock block) {
        double[] x = inputs.numbers().get();
        if (x.length == names.size() && x.length == inputs.names().size()) {
            block.show(x);
        }
    }

    private void answer() {
        FastGradient.Answer answer = inputs.answer().get();
        if (answer != null || !inputs.trouble().get().isEmpty()) {
            result.setText(answer == null ? "" : "result = " + digits().of(answer.value()));
        }
        blocks.forEach(this::showDerivatives);
        say();
    }

    private void showDerivatives(InputBlock block) {
        block.show(inputs.answer().get(), digits());
    }

    private Digits digits() {
        return session.settings().detail().get().digits();
    }

    private void say() {
        String trouble = refusal.isEmpty() ? inputs.trouble().get() : refusal;
        note.getStyleClass().removeAll("wrong");
        String text = trouble.isEmpty() ? about(inputs.writing()) : "⚠ " + trouble;
        if (!trouble.isEmpty()) {
            note.getStyleClass().add("wrong");
        }
        show(note, !text.isEmpty());
        note.setText(text);
        Inputs.Writing writing = inputs.writing();
        boolean call = writing == Inputs.Writing.CALL;
        write.setText(call ? "Write the call into the program" : "Write the numbers there");
        show(write, call || writing == Inputs.Writing.INSTEAD);
    }

    /// Of what the derivatives are, where that is not plain.
    private String aboutDerivatives() {
        FastGradient.Answer answer = inputs.answer().get();
        return answer != null && answer.value() instanceof ArrayValue array && array.length() > 1
                ? "Several numbers come out: the derivatives here are those of their sum."
                : "";
    }

    private String about(Inputs.Writing writing) {
        if (inputs.names().isEmpty()) {
            return "What goes in here are not plain real numbers; change it in the program.";
        }
        return switch (writing) {
            case NOTHING, IN_PLACE -> aboutDerivatives();
            case INSTEAD -> moved() + " The program still has the old numbers.";
            case CALL -> "The program differentiates nothing; these inputs are proposed.";
            case NOWHERE -> moved() + " They stand nowhere in the program, which stays as it is.";
        };
    }

    /// Where the inputs come from that were moved and cannot be written in place.
    private String moved() {
        int at = 0;
        double[] now = inputs.numbers().get();
        double[] home = inputs.home();
        Study study = inputs.study().get();
        for (int i = 0; study != null && i < blocks.size(); i++) {
            Node input = study.graph().inputs().get(i);
            int end = at + Mode.numbers(input.plain());
            boolean same = Arrays.equals(now, at, end, home, at, end);
            if (!same && !(inputs.origins().get(i) instanceof Origin.Written)) {
                String name = study.graph().label(input);
                String where = where(inputs.origins().get(i));
                return name
                        + " "
                        + Character.toLowerCase(where.charAt(0))
                        + where.substring(1)
                        + ".";
            }
            at = end;
        }
        return "";
    }

    private static void show(Control node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
