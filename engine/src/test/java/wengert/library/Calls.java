package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Elements;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.NamedTuple;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Value;

/// Evaluates calls written in prefix form, such as `+(1, sum([1, 2]; init=3))`: enough to put functions into
/// tables, without the parser and the interpreter.
final class Calls {

    private final String text;
    private final Machine machine;
    private int at;

    private Calls(String text, Machine machine) {
        this.text = text;
        this.machine = machine;
    }

    static Value evaluate(String text) {
        return evaluate(text, new PlainMachine());
    }

    static Value evaluate(String text, Machine machine) {
        var calls = new Calls(text.strip(), machine);
        Value value = calls.term();
        if (calls.at < calls.text.length()) {
            throw new IllegalArgumentException("more than one term: " + text);
        }
        return value;
    }

    private Value term() {
        skip();
        char c = text.charAt(at);
        if (c == '"') {
            int end = text.indexOf('"', at + 1);
            String inside = text.substring(at + 1, end);
            at = end + 1;
            return new Text(inside);
        }
        if (c == '[') {
            return array();
        }
        if (c == '(') {
            at++;
            return new Tuple(arguments(')', null));
        }
        if (c == ':' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
            at++;
            return new Symbol(word());
        }
        boolean negative =
                c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        if (Character.isDigit(c) || negative) {
            return number();
        }
        return named();
    }

    private Value number() {
        int from = at++;
        while (at < text.length()
                && (Character.isDigit(text.charAt(at)) || ".e".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String digits = text.substring(from, at);
        return digits.matches("-?\\d+")
                ? Int64.of(Long.parseLong(digits))
                : new Float64(Double.parseDouble(digits));
    }

    /// `[1, 2]` or `[1 2; 3 4]`
    private Value array() {
        at++;
        var rows = new ArrayList<List<Value>>();
        boolean commas = false;
        var row = new ArrayList<Value>();
        while (peek() != ']') {
            row.add(term());
            char next = peek();
            if (next == ',') {
                commas = true;
                at++;
            } else if (next == ';' || next == ']') {
                rows.add(row);
                row = new ArrayList<>();
                at += next == ';' ? 1 : 0;
            }
        }
        at++;
        if (commas || rows.isEmpty() || rows.size() == 1 && rows.getFirst().size() == 1) {
            return new ArrayRef(Elements.promote(rows.isEmpty() ? row : rows.getFirst()));
        }
        var elements = new ArrayList<Value>();
        for (int j = 0; j < rows.getFirst().size(); j++) {
            for (List<Value> line : rows) {
                elements.add(line.get(j));
            }
        }
        return new ArrayRef(
                Elements.promote(new int[] {rows.size(), rows.getFirst().size()}, elements));
    }

    private Value named() {
        String name = word();
        if (name.equals("true") || name.equals("false")) {
            return Bool.of(name.equals("true"));
        }
        Value value = find(name);
        while (at < text.length() && text.charAt(at) == '(') {
            at++;
            var keywords = new ArrayList<NamedTuple>();
            List<Value> arguments = arguments(')', keywords);
            value =
                    machine.call(
                            value,
                            arguments,
                            keywords.isEmpty() ? Machine.NO_KEYWORDS : keywords.getFirst());
        }
        return value;
    }

    private static Value find(String name) {
        int dot = name.indexOf('.');
        for (Library.Module module : Library.modules()) {
            if (dot > 0 && module.name().equals(name.substring(0, dot))) {
                return qualified(module, name.substring(dot + 1));
            }
        }
        // Base first, as a program sees it
        for (String module :
                List.of(
                        "Base",
                        "LinearAlgebra",
                        "Statistics",
                        "Random",
                        "LogExpFunctions",
                        "FillArrays")) {
            Value value = Objects.requireNonNull(Library.module(module)).exported().get(name);
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown name " + name);
    }

    private static Value qualified(Library.Module module, String name) {
        Value value = module.qualified().get(name);
        return Objects.requireNonNull(value == null ? module.exported().get(name) : value, name);
    }

    private List<Value> arguments(char close, @Nullable List<NamedTuple> keywords) {
        var arguments = new ArrayList<Value>();
        while (peek() != close && peek() != ';') {
            arguments.add(term());
            at += peek() == ',' ? 1 : 0;
        }
        if (peek() == ';' && keywords != null) {
            at++;
            var names = new ArrayList<String>();
            var values = new ArrayList<Value>();
            while (peek() != close) {
                int equals = text.indexOf('=', at);
                names.add(text.substring(at, equals).strip());
                at = equals + 1;
                values.add(term());
                at += peek() == ',' ? 1 : 0;
            }
            keywords.add(new NamedTuple(names, values));
        }
        at++;
        return arguments;
    }

    private String word() {
        int from = at;
        while (at < text.length() && "(),;[] ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private char peek() {
        skip();
        return text.charAt(at);
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
