package wengert.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;

/// Where the running program is: the expression at work and the group it is in. The interpreter keeps it
/// true, recordings read it.
public final class Here {

    /// An argument of the expression at work as the program has it: where it stands and, if it is a variable, its name.
    public record Argument(Span span, @Nullable String name) {}

    private Span span = Span.NONE;
    private List<Argument> arguments = List.of();
    private Group group = new Group(null, Group.Kind.STUDY, "", Span.NONE, 0);

    private @Nullable Tape tape;

    public Span span() {
        return span;
    }

    /// Moves to an expression; `arguments` are those of a call, in order, as far as known.
    public void at(Span span, List<Argument> arguments) {
        this.span = span;
        this.arguments = arguments;
    }

    public Group group() {
        return group;
    }

    public void group(Group group) {
        this.group = group;
    }

    /// The innermost recording that notes what the program decides; null while nothing is recorded.
    public @Nullable Tape tape() {
        return tape;
    }

    public void tape(@Nullable Tape innermost) {
        tape = innermost;
    }

    /// Notes a choice down, if something is being recorded.
    public void decided(Branch.Fork fork, boolean held) {
        if (tape != null) {
            tape.decided(fork, held);
        }
    }

    /// Where argument `slot` stands; the whole expression if that is not known.
    Span argument(int slot) {
        return slot >= 0 && slot < arguments.size() ? arguments.get(slot).span() : span;
    }

    @Nullable String argumentName(int slot) {
        return slot >= 0 && slot < arguments.size() ? arguments.get(slot).name() : null;
    }
}
