package wengert.app;

import wengert.canvas.GraphCanvas;
import wengert.canvas.GraphCommand;
import wengert.editor.EditorPane;
import wengert.inputs.InputsPane;
import wengert.session.Session;

/// Carries out what is asked of the window, whoever asks: a menu, a key, the list of commands.
final class Orders {

    private final Session session;
    private final Documents documents;
    private final EditorPane editor;
    private final InputsPane inputs;
    private final GraphCanvas graph;
    private final Panels panels;
    private final Overlay overlay;
    private final Runnable export;
    private final Runnable quit;

    /// @param overlay what lies over the window when it is asked for
    Orders(
            Session session,
            Documents documents,
            EditorPane editor,
            InputsPane inputs,
            GraphCanvas graph,
            Panels panels,
            Overlay overlay,
            Runnable export,
            Runnable quit) {
        this.session = session;
        this.documents = documents;
        this.editor = editor;
        this.inputs = inputs;
        this.graph = graph;
        this.panels = panels;
        this.overlay = overlay;
        this.export = export;
        this.quit = quit;
    }

    Panels panels() {
        return panels;
    }

    void perform(WindowCommand command) {
        switch (command) {
            case NEW -> documents.create();
            case OPEN -> documents.open();
            case SAVE -> documents.save();
            case SAVE_AS -> documents.saveAs();
            case EXPORT -> export.run();
            case QUIT -> quit.run();
            case KEYS -> overlay.ask(new Palette(this, overlay::hide));
            case SETTINGS -> overlay.ask(new SettingsPane(session.settings(), panels));
            case PRESENT -> panels.presenting().set(!panels.presenting().get());
            case FULL_SCREEN -> panels.fullScreen().set(!panels.fullScreen().get());
            case PROGRAM_PANEL -> panels.program().set(!panels.program().get());
            case LIST_PANEL -> panels.list().set(!panels.list().get());
            case CHAIN_PANEL -> panels.chain().set(!panels.chain().get());
            case TO_PROGRAM -> toProgram();
            case TO_INPUTS -> toInputs();
            case TO_GRAPH, LEAVE -> graph.requestFocus();
            case PLAY -> session.playback().toggle();
            case STEP -> session.playback().forward();
            case STEP_BACK -> session.playback().back();
            case TO_THE_BEGINNING -> session.playback().first();
            case TO_THE_END -> session.playback().last();
            case FASTER -> session.playback().faster();
            case SLOWER -> session.playback().slower();
            case REPEAT -> session.playback().looping().set(!session.playback().looping().get());
            case NEXT_GRAIN -> session.grain().set(session.grain().get().next());
            case OTHER_MODE -> session.watchTheOtherMode();
            case NEXT_NUMBER -> session.watchNext();
            case PREVIOUS_NUMBER -> session.watchPrevious();
            case DIFFERENTIATE_AGAIN -> session.differentiateAgain();
            case ASCEND -> session.ascend(session.trail().size() - 2);
            case FIND -> inProgram(editor::find);
            case REPLACE -> inProgram(editor::findAndReplace);
            case COMPLETE -> inProgram(editor::offerNames);
            case COMMENT -> inProgram(editor::toggleComment);
            case NEXT_MISTAKE -> inProgram(editor::goToNextMistake);
            case PREVIOUS_MISTAKE -> inProgram(editor::goToMistakeBefore);
        }
    }

    void perform(GraphCommand command) {
        graph.requestFocus();
        graph.perform(command);
    }

    boolean can(GraphCommand command) {
        return graph.can(command);
    }

    private void toInputs() {
        showLeft();
        inputs.focusChosen();
    }

    private void toProgram() {
        showLeft();
        editor.focusText();
    }

    private void inProgram(Runnable work) {
        toProgram();
        work.run();
    }

    /// The program and its inputs, which may have been put away.
    private void showLeft() {
        panels.presenting().set(false);
        panels.program().set(true);
    }
}
