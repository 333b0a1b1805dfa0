package wengert.plot;

import java.net.URL;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Detail;
import wengert.explore.Descent;
import wengert.explore.Descent.Way;
import wengert.explore.Typed;
import wengert.run.Study;
import wengert.session.Inputs;
import wengert.session.Newest;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.value.Float64;
import wengert.value.Scalar;

/// Goes downhill from where the inputs are, and shows the value after each step.
public final class DescentPane extends VBox {

    private static final int MOST_STEPS = 1_000_000;

    /// How often it is said how far it is, in nanoseconds.
    private static final long PATIENCE = 40_000_000;

    private final Session session;
    private final Inputs inputs;
    private final ObservableValue<Detail> detail;
    private final ObservableValue<Boolean> shown;
    private final TextField rate = field("descent-rate", "How long a step is, in gradients");
    private final TextField steps = field("descent-steps", "How many steps at the most");
    private final TextField momentum =
            field("descent-momentum", "How much of each step is added to the next, from 0 to 1");
    private final Button start = new Button("Descend");
    private final Button take = new Button("Go there");
    private final Label sentence = new Label();
    private final ValueChart chart;
    private final Newest worker;
    private boolean chosenByHand;
    private boolean walking;

    /// Counts the walks: what one has to tell is of no interest once it is over, or another has begun.
    private int walk;

    /// @param shown whether the pane is looked at
    public DescentPane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.inputs = session.inputs();
        worker = session.newest();
        this.detail = session.settings().detail();
        this.shown = shown;
        chart = new ValueChart(session, shown);
        getStyleClass().add("descent");
        setId("descent");
        URL styles = DescentPane.class.getResource("plot.css");
        if (styles != null) {
            getStylesheets().add(styles.toExternalForm());
        }
        session.settings().descent().subscribe(this::write);
        start.setId("descend");
        start.setOnAction(_ -> startOrStop());
        take.setId("take-end");
        take.setTooltip(new Tooltip("Set the inputs to the end of the way"));
        take.setOnAction(_ -> takeEnd());
        sentence.setId("descent-sentence");
        sentence.getStyleClass().add("descent-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        var head =
                new FlowPane(
                        line("step size", rate),
                        line("steps", steps),
                        line("momentum", momentum),
                        start,
                        take);
        head.getStyleClass().add("descent-head");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(head, sentence, chart);
        setMinHeight(0);
        rate.setPromptText("…"); // until one has been found
        rate.setOnKeyTyped(_ -> chosenByHand = true);
        for (TextField field : new TextField[] {rate, steps, momentum}) {
            field.setOnAction(_ -> startOrStop());
        }
        inputs.study().addListener(_ -> follow());
        inputs.way().addListener(_ -> show());
        shown.addListener(_ -> follow());
        follow();
        show();
    }

    private static TextField field(String id, String says) {
        var field = new TextField();
        field.setId(id);
        field.setTooltip(new Tooltip(says));
        field.setAccessibleText(says);
        return field;
    }

    private static HBox line(String name, TextField field) {
        var label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(label, field);
        line.getStyleClass().add("descent-line");
        return line;
    }

    /// Shows what was chosen, or remembered from the last time.
    private void write(Descent chosen) {
        steps.setText(Integer.toString(chosen.steps()));
        String kept = Double.toString(chosen.momentum());
        momentum.setText(kept.equals("0.0") ? "0" : kept);
    }

    /// Another study, or the same once the program has run again: proposes how long a step might be.
    private void follow() {
        Study study = inputs.study().get();
        Optional<String> why = whyNot(study);
        start.setDisable(why.isPresent());
        if (!shown.getValue() || study == null || why.isPresent()) {
            why.ifPresent(text -> say(text, false));
            return;
        }
        show();
        if (walking || chosenByHand || inputs.way().get() != null) {
            return;
        }
        double[] x = inputs.numbers().get();
        worker.ask(overtaken -> {
            double found = Descent.sensibleRate(study.fast(), x, overtaken);
            if (overtaken.getAsBoolean()) {
                return; // before one was found
            }
            Platform.runLater(() -> {
                if (!chosenByHand && inputs.study().get() == study) {
                    rate.setText(Digits.text(Float64.of(found)));
                }
            });
        });
    }

    private static Optional<String> whyNot(@Nullable Study study) {
        if (study == null) {
            return Optional.of("There is nowhere to go while the program differentiates nothing.");
        }
        if (study.fast().numbers() == null || study.graph().inputs().isEmpty()) {
            return Optional.of("What goes in are not plain real numbers, which have no direction.");
        }
        return study.graph().output().plain() instanceof Scalar
                ? Optional.empty()
                : Optional.of("The result is an array. Only a single number has a way down.");
    }

    private void startOrStop() {
        if (walking) {
            worker.giveUp(); // it tells where it was stopped
            rest();
            return;
        }
        Study study = inputs.study().get();
        Optional<Descent> wish = wish();
        if (study == null || wish.isEmpty() || whyNot(study).isPresent()) {
            return;
        }
        session.settings().descent().set(wish.get());
        walk(study, wish.get(), inputs.numbers().get());
    }

    private void walk(Study study, Descent descent, double[] from) {
        walking = true;
        start.setText("Stop");
        say("On the way to the first step …", false);
        int number = ++walk;
        worker.ask(stopped -> {
            try {
                long[] told = {System.nanoTime()};
                Way end =
                        descent.from(
                                study.fast(),
                                from,
                                stopped,
                                way -> {
                                    if (System.nanoTime() - told[0] > PATIENCE) {
                                        told[0] = System.nanoTime();
                                        tell(study, number, way.get());
                                    }
                                });
                tell(study, number, end);
            } finally {
                Platform.runLater(() -> {
                    if (number == walk) {
                        rest();
                    }
                });
            }
        });
    }

    /// Nobody walks any more.
    private void rest() {
        walking = false;
        start.setText("Descend");
    }

    private void tell(Study of, int number, Way way) {
        Platform.runLater(() -> {
            if (number == walk && inputs.study().get() == of) {
                inputs.way().set(way);
            }
        });
    }

    /// What is wished for, or a sentence about what makes no sense.
    private Optional<Descent> wish() {
        double size = number(rate);
        double count = number(steps);
        double kept = number(momentum);
        if (!(size > 0) || Double.isInfinite(size)) {
            refuse("The step size is a number above 0", rate);
        } else if (!(count >= 1 && count <= MOST_STEPS && count == Math.rint(count))) {
            refuse("The steps are a whole number from 1 to " + MOST_STEPS, steps);
        } else if (!(kept >= 0 && kept < 1)) {
            refuse("The momentum is a number from 0 to below 1", momentum);
        } else {
            return Optional.of(new Descent(size, (int) count, kept));
        }
        return Optional.empty();
    }

    /// What a field says; NaN where that is no number.
    private static double number(TextField field) {
        return Typed.number(field.getText()).orElse(Double.NaN);
    }

    /// @param asked what is asked for, as a sentence without its full stop
    private void refuse(String asked, TextField field) {
        boolean isNumber = Typed.number(field.getText()).isPresent();
        String why = isNumber ? "" : ": " + Typed.refusal(field.getText());
        say(asked + why + ".", true);
        field.requestFocus();
        field.selectAll();
    }

    private void takeEnd() {
        Way way = inputs.way().get();
        if (way != null) {
            inputs.set(way.last());
            inputs.letGo();
        }
    }

    private void show() {
        Way way = inputs.way().get();
        boolean ended = way != null && way.end() != Descent.End.RUNNING;
        boolean useful = ended && way.taken() > 0 && Double.isFinite(way.values()[way.taken()]);
        take.setDisable(!useful);
        chart.way().set(way);
        if (way == null) {
            say("From where the inputs are, each step goes against the gradient.", false);
        } else {
            Digits digits = detail.getValue().digits();
            boolean wrong = way.end() == Descent.End.DIVERGED || way.end() == Descent.End.LOST;
            String fell =
                    way.taken() == 0 || wrong
                            ? ""
                            : " From %s to %s."
                                    .formatted(
                                            digits.of(Float64.of(way.values()[0])),
                                            digits.of(Float64.of(way.values()[way.taken()])));
            say(way.sentence() + fell, wrong);
        }
    }

    /// @param wrong whether it is about something that went wrong
    private void say(String text, boolean wrong) {
        sentence.setText(wrong ? "⚠ " + text : text);
        sentence.getStyleClass().remove("wrong");
        if (wrong) {
            sentence.getStyleClass().add("wrong");
        }
    }
}
