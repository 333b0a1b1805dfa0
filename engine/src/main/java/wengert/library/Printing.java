package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import wengert.value.Exceptions;
import wengert.value.Nothing;
import wengert.value.Show;
import wengert.value.Text;
import wengert.value.Value;

/// Values as text: printed, shown, or kept as a string.
final class Printing {

    private Printing() {}

    static void declare(Catalog base) {
        base.constant("stdout", Stream.STANDARD);
        base.constant("stderr", Stream.STANDARD);
        base.function("print([io], xs...)", "writes values as they are", call -> printed(call, ""));
        base.function(
                "println([io], xs...)",
                "writes values as they are, and ends the line",
                call -> printed(call, "\n"));
        base.function(
                "show([io], [mime], x)",
                "writes a value as a program would",
                call -> {
                    Stream io = call.at(0) instanceof Stream stream ? stream : Stream.STANDARD;
                    boolean whole = call.count() == 3;
                    io.print(
                            call.machine(),
                            whole
                                    ? Show.text(call.machine().shown(call.last()))
                                    : Show.repr(call.machine().shown(call.last())));
                    return Nothing.NOTHING;
                });
        base.function(
                "display(x)",
                "shows a value as the results do",
                (m, x) -> {
                    m.print(Show.text(m.shown(x)) + "\n");
                    return Nothing.NOTHING;
                });
        base.function("write(io, xs...)", "writes text", call -> printed(call, ""));
        base.function(
                "printstyled([io], xs...; bold, color, italic, underline)",
                "writes values, without colour",
                call -> printed(call, ""));
        base.function(
                "flush(io)", "does nothing: all is written at once", (m, io) -> Nothing.NOTHING);
        base.function(
                "repr(x)",
                "a value as a program would write it",
                (m, x) -> new Text(Show.repr(m.shown(x))));
        base.function(
                "summary(x)",
                "size and type in a few words",
                (m, x) ->
                        new Text(
                                Show.text(x)
                                        .lines()
                                        .findFirst()
                                        .orElse("")
                                        .replaceFirst(":$", "")));
        base.function(
                "sprint(f, xs...; context)",
                "what `f(io, xs...)` writes",
                call -> {
                    Stream io = Stream.buffer();
                    var arguments = new ArrayList<Value>(List.of(io));
                    arguments.addAll(call.from(1));
                    call.machine().call(call.at(0), arguments, Machine.NO_KEYWORDS);
                    return io.take();
                });
        base.function("IOBuffer()", "a place to print to", call -> Stream.buffer());
        base.function("take!(io)", "what was printed", (m, io) -> stream(io).take());
        base.function(
                "showerror(io, error)",
                "writes what went wrong",
                (m, io, error) -> {
                    stream(io).print(m, Exceptions.julia(error));
                    return Nothing.NOTHING;
                });
    }

    private static Stream stream(Value value) {
        if (value instanceof Stream stream) {
            return stream;
        }
        throw new Unfit(
                value, "it takes `stdout` or an `IOBuffer()`", "programs here have no files");
    }

    private static Value printed(Call call, String end) {
        boolean given = call.count() > 0 && call.at(0) instanceof Stream;
        Stream io = given ? (Stream) call.at(0) : Stream.STANDARD;
        String text =
                call.from(given ? 1 : 0).stream()
                        .map(x -> Show.print(call.machine().shown(x)))
                        .collect(Collectors.joining("", "", end));
        io.print(call.machine(), text);
        return Nothing.NOTHING;
    }
}
