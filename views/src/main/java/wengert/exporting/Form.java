package wengert.exporting;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Theme;
import wengert.export.Exporter;
import wengert.export.Exporter.Choice;
import wengert.export.Exporters;
import wengert.export.Order;
import wengert.export.Order.Part;
import wengert.sweep.Mode;
import wengert.theme.Spinners;

/// Everything that can be chosen about an export. What makes no difference to a format cannot be chosen for it.
final class Form extends GridPane {

    private static final Map<Part, String> PARTS =
            new EnumMap<>(
                    Map.of(
                            Part.VALUES, "values",
                            Part.ADJOINTS, "gradient",
                            Part.FORMULA, "formula",
                            Part.LEGEND, "legend"));

    private final ComboBox<Exporter> format = new ComboBox<>();
    private final ToggleGroup moment = new ToggleGroup();
    private final RadioButton here = radio("this step", moment);
    private final RadioButton end = radio("the end", moment);
    private final CheckBox eachStep = new CheckBox("a numbered file for each step");
    private final Spinner<Integer> from = new Spinner<>(0, 0, 0);
    private final Spinner<Integer> to = new Spinner<>(0, 0, 0);
    private final ToggleGroup extent = new ToggleGroup();
    private final RadioButton whole = radio("all", extent);
    private final RadioButton view = radio("what is in view", extent);
    private final RadioButton selection = radio("the selection", extent);
    private final ComboBox<Theme> theme = new ComboBox<>();
    private final Map<Part, CheckBox> parts = new EnumMap<>(Part.class);
    private final TextField caption = new TextField();
    private final ComboBox<String> size = new ComboBox<>();
    private final CheckBox transparent = new CheckBox("no background");
    private final CheckBox outlined = new CheckBox("letters as outlines");
    private final Spinner<Double> speed =
            new Spinner<>(Order.SLOWEST, Order.FASTEST, Order.USUAL.speed(), 0.5);
    private final Supplier<Scope> scope;
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper(this, "wrong", "");
    private int length;

    /// @param scope what the window shows
    Form(Supplier<Scope> scope) {
        this.scope = scope;
        getStyleClass().add("export-form");
        format.getItems().setAll(Exporters.all());
        format.setConverter(words(e -> e.title() + " (." + e.extension() + ")"));
        format.setValue(Exporters.all().getFirst());
        format.setVisibleRowCount(20);
        format.setMaxWidth(Double.MAX_VALUE);
        format.setId("format");
        theme.getItems().setAll(Theme.ALL);
        theme.setConverter(words(Form::name));
        theme.setValue(Theme.LIGHT);
        theme.setId("export-theme");
        size.setEditable(true);
        size.getItems()
                .setAll("as on the screen", "2 ×", "4 ×", "3000 wide", "1280 × 720", "1920 × 1080");
        size.setValue(size.getItems().getFirst());
        size.setMaxWidth(Double.MAX_VALUE);
        size.setId("size");
        caption.setId("caption");
        caption.setPromptText("none");
        eachStep.setId("each-step");
        transparent.setId("transparent");
        speed.setId("speed");
        for (Spinner<?> spinner : new Spinner<?>[] {from, to, speed}) {
            spinner.setPrefWidth(92);
            Spinners.edit(spinner);
        }
        PARTS.forEach((part, words) -> {
            var box = new CheckBox(words);
            box.setId("part-" + words);
            box.setSelected(Order.USUAL.shows(part));
            parts.put(part, box);
        });
        here.setSelected(true);
        whole.setSelected(true);
        var shown = new HBox(12);
        parts.values().forEach(shown.getChildren()::add);
        int row = 0;
        row("Format", format, row++);
        row("Moment", new VBox(6, line(here, end), eachStep), row++);
        row("Steps", line(from, new Label("to"), to), row++);
        row("Speed", line(speed, new Label("steps a second")), row++);
        row("Graph", line(whole, view, selection), row++);
        row("Colours", theme, row++);
        row("Shown", shown, row++);
        row("Caption", caption, row++);
        row("Size", size, row++);
        row("", line(transparent, outlined), row);
        format.valueProperty().addListener(_ -> adapt());
        eachStep.selectedProperty().addListener(_ -> adapt());
        size.getEditor().textProperty().addListener(_ -> check());
        addEventHandler(KeyEvent.KEY_PRESSED, Form::keepEnter);
        adapt();
    }

    /// In a field, Enter ends typing; it does not press the dialog's button.
    private static void keepEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
        }
    }

    private static String name(Theme theme) {
        return theme == Theme.PRINT ? "print, black on white" : theme.name();
    }

    private static RadioButton radio(String words, ToggleGroup group) {
        var button = new RadioButton(words);
        button.setToggleGroup(group);
        return button;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(10, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void row(String name, Node control, int row) {
        var label = new Label(name);
        label.getStyleClass().add("export-label");
        label.setMinWidth(USE_PREF_SIZE);
        addRow(row, label, control);
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null; // it is chosen from a list
            }
        };
    }

    /// Whatever changes when something else is chosen.
    Observable[] observables() {
        var all = new LinkedHashSet<Observable>();
        all.add(format.valueProperty());
        all.add(moment.selectedToggleProperty());
        all.add(eachStep.selectedProperty());
        all.add(from.valueProperty());
        all.add(to.valueProperty());
        all.add(extent.selectedToggleProperty());
        all.add(theme.valueProperty());
        parts.values().forEach(box -> all.add(box.selectedProperty()));
        all.add(caption.textProperty());
        all.add(size.getEditor().textProperty());
        all.add(transparent.selectedProperty());
        all.add(outlined.selectedProperty());
        return all.toArray(Observable[]::new);
    }

    /// What is wrong with what has been chosen; empty if nothing is.
    ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    Exporter exporter() {
        return format.getValue();
    }

    /// Whether a file for each step is wanted.
    boolean eachStep() {
        return eachStep.isSelected() && !eachStep.isDisabled();
    }

    /// Adapts to a sweep of so many steps.
    void setLength(int steps) {
        if (steps == length) {
            return;
        }
        boolean all = value(to) == length;
        length = steps;
        limit(from, Math.min(value(from), steps));
        limit(to, all ? steps : Math.min(value(to), steps));
    }

    private void limit(Spinner<Integer> spinner, int value) {
        if (spinner.getValueFactory() instanceof IntegerSpinnerValueFactory numbers) {
            numbers.setMax(length);
            numbers.setValue(value);
        }
    }

    private static int value(Spinner<Integer> spinner) {
        return spinner.getValue() == null ? 0 : spinner.getValue();
    }

    void setTheme(Theme chosen) {
        theme.setValue(chosen);
    }

    private void adapt() {
        Set<Choice> choices = exporter().choices();
        boolean step = choices.contains(Choice.STEP);
        boolean look = choices.contains(Choice.LOOK);
        boolean many = step && look;
        eachStep.setDisable(!many);
        boolean range = choices.contains(Choice.RANGE) || many && eachStep.isSelected();
        here.setDisable(range);
        end.setDisable(range);
        from.setDisable(!range);
        to.setDisable(!range);
        speed.setDisable(!choices.contains(Choice.SPEED));
        theme.setDisable(!look);
        parts.forEach((part, box) ->
                box.setDisable(
                        part == Part.FORMULA && !choices.contains(Choice.FORMULA)
                                || part == Part.LEGEND && !look));
        caption.setDisable(!look);
        size.setDisable(!choices.contains(Choice.SIZE));
        transparent.setDisable(!choices.contains(Choice.GROUND));
        outlined.setDisable(!choices.contains(Choice.LETTERS));
        check();
    }

    /// Offers the parts of the graph that there is anything in.
    void offerParts() {
        Scope now = scope.get();
        offer(view, now.inView());
        offer(selection, now.selected());
    }

    private void offer(RadioButton part, Collection<?> nodes) {
        part.setDisable(nodes.isEmpty());
        if (nodes.isEmpty() && part.isSelected()) {
            whole.setSelected(true);
        }
    }

    private void check() {
        boolean sized = size.isDisabled() || Sizes.of(size.getEditor().getText()) != null;
        wrong.set(
                sized
                        ? ""
                        : "The size is like 2 ×, 3000 wide or 1280 × 720, or empty for that of the screen.");
    }

    /// What has been chosen.
    ///
    /// @param position where the window is in the sweep
    Order order(Mode mode, int position) {
        Order order =
                scope.get()
                        .order()
                        .withMode(mode)
                        .withMoments(moments(position))
                        .withTheme(theme.getValue())
                        .withExtent(chosenExtent())
                        .withCaption(caption.getText())
                        .withSpeed(speed.getValue())
                        .withGround(
                                transparent.isSelected()
                                        ? Order.Ground.TRANSPARENT
                                        : Order.Ground.COLOURED)
                        .withLetters(
                                outlined.isSelected()
                                        ? Order.Letters.OUTLINED
                                        : Order.Letters.EMBEDDED);
        Order.Size chosen = Sizes.of(size.getEditor().getText());
        if (chosen != null && !size.isDisabled()) {
            order = order.withSize(chosen);
        }
        for (var part : parts.entrySet()) {
            order =
                    part.getValue().isSelected()
                            ? order.with(part.getKey())
                            : order.without(part.getKey());
        }
        return order;
    }

    private Order.Moments moments(int position) {
        if (!from.isDisabled()) {
            int first = Math.min(value(from), value(to));
            return new Order.Moments(first, Math.max(value(from), value(to)));
        }
        return here.isSelected() ? Order.Moments.at(position) : Order.Moments.at(Integer.MAX_VALUE);
    }

    private Order.Extent chosenExtent() {
        Toggle chosen = extent.getSelectedToggle();
        Scope now = scope.get();
        if (chosen == view) {
            return new Order.Extent.Selection(new LinkedHashSet<>(now.inView()));
        }
        return chosen == selection
                ? new Order.Extent.Selection(new LinkedHashSet<>(now.selected()))
                : Order.Extent.WHOLE;
    }

    // what is remembered

    void keep(Properties memory) {
        memory.setProperty("export.format", exporter().extension());
        memory.setProperty("export.end", Boolean.toString(end.isSelected()));
        memory.setProperty("export.eachStep", Boolean.toString(eachStep.isSelected()));
        memory.setProperty("export.theme", theme.getValue().name());
        parts.forEach((part, box) ->
                memory.setProperty("export." + part, Boolean.toString(box.isSelected())));
        memory.setProperty("export.size", size.getEditor().getText());
        memory.setProperty("export.transparent", Boolean.toString(transparent.isSelected()));
        memory.setProperty("export.outlined", Boolean.toString(outlined.isSelected()));
        memory.setProperty("export.speed", Double.toString(speed.getValue()));
    }

    /// What was chosen the last time, as far as it is remembered.
    void restore(Properties memory) {
        Exporters.forExtension(memory.getProperty("export.format", "svg"))
                .ifPresent(format::setValue);
        end.setSelected(Boolean.parseBoolean(memory.getProperty("export.end")));
        here.setSelected(!end.isSelected());
        eachStep.setSelected(Boolean.parseBoolean(memory.getProperty("export.eachStep")));
        String look = memory.getProperty("export.theme");
        Theme.ALL.stream().filter(t -> t.name().equals(look)).findFirst().ifPresent(this::setTheme);
        parts.forEach((part, box) -> {
            String usual = Boolean.toString(Order.USUAL.shows(part));
            box.setSelected(Boolean.parseBoolean(memory.getProperty("export." + part, usual)));
        });
        String remembered = memory.getProperty("export.size", "");
        if (!remembered.isBlank() && Sizes.of(remembered) != null) {
            size.setValue(remembered);
        }
        transparent.setSelected(Boolean.parseBoolean(memory.getProperty("export.transparent")));
        outlined.setSelected(Boolean.parseBoolean(memory.getProperty("export.outlined")));
        try {
            double steps = Double.parseDouble(memory.getProperty("export.speed", ""));
            speed.getValueFactory().setValue(Math.clamp(steps, Order.SLOWEST, Order.FASTEST));
        } catch (NumberFormatException _) {
            // the first time
        }
        adapt();
    }
}
