package wengert.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Complex;
import wengert.value.Dict;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Opaque;
import wengert.value.Pair;
import wengert.value.Rational;
import wengert.value.ShortFloat;
import wengert.value.Show;
import wengert.value.Struct;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Values as JSON, in the form that the command line promises.
public final class ValueJson {

    private ValueJson() {}

    public static void write(JsonWriter out, @Nullable Value value) throws IOException {
        switch (value) {
            case null -> out.nullValue();
            case Nothing nothing -> nothing(out, nothing);
            case Bool(boolean b) -> out.value(b);
            case Int64(long n) -> out.value(n);
            case WholeNumber whole -> out.value(whole.value());
            case Float64(double x) -> number(out, x);
            case ShortFloat(_, double x) -> number(out, x);
            case Rational rational -> number(out, rational.toDouble());
            case Complex complex -> complex(out, complex);
            case Text(String text) -> field(out, "string", text);
            case Char(int codePoint) -> field(out, "string", Character.toString(codePoint));
            case Symbol(String name) -> field(out, "string", name);
            case ArrayValue array -> array(out, array);
            case ArrayRef array -> reference(out, array);
            case Tuple(List<Value> elements) -> list(out, "tuple", elements);
            case Pair(Value first, Value second) -> list(out, "tuple", List.of(first, second));
            case NamedTuple named -> named(out, named.names(), named.values());
            case Struct struct -> struct(out, struct);
            case Dict dict -> dict(out, dict);
            case Tracked tracked -> write(out, Tracked.plain(tracked));
            case Type type -> field(out, "opaque", Show.repr(type));
            case Opaque opaque -> field(out, "opaque", opaque.show());
        }
    }

    private static void nothing(JsonWriter out, Nothing nothing) throws IOException {
        if (nothing == Nothing.NOTHING) {
            out.nullValue();
        } else {
            field(out, "opaque", Show.repr(nothing));
        }
    }

    private static void number(JsonWriter out, double x) throws IOException {
        if (Double.isFinite(x)) {
            out.value(x);
        } else {
            out.value(Double.isNaN(x) ? "NaN" : x > 0 ? "Inf" : "-Inf");
        }
    }

    private static void field(JsonWriter out, String name, String text) throws IOException {
        out.beginObject().name(name).value(text).endObject();
    }

    private static void complex(JsonWriter out, Complex complex) throws IOException {
        out.beginObject().name("re");
        write(out, complex.re());
        out.name("im");
        write(out, complex.im());
        out.endObject();
    }

    private static void array(JsonWriter out, ArrayValue array) throws IOException {
        out.beginObject().name("size").beginArray();
        for (int n : array.size()) {
            out.value(n);
        }
        out.endArray().name("data").beginArray();
        ArrayValue dense = array.dense();
        for (int i = 0; i < dense.length(); i++) {
            write(out, dense.get(i));
        }
        out.endArray().endObject();
    }

    private static void reference(JsonWriter out, ArrayRef array) throws IOException {
        Value whole = array.whole();
        if (whole != null) {
            write(out, whole);
            return;
        }
        out.beginObject().name("size").beginArray();
        for (int n : array.size()) {
            out.value(n);
        }
        out.endArray().name("data").beginArray();
        for (int i = 0; i < array.length(); i++) {
            write(out, array.element(i));
        }
        out.endArray().endObject();
    }

    private static void list(JsonWriter out, String name, List<Value> values) throws IOException {
        out.beginObject().name(name).beginArray();
        for (Value value : values) {
            write(out, value);
        }
        out.endArray().endObject();
    }

    private static void named(JsonWriter out, List<String> names, List<Value> values)
            throws IOException {
        out.beginObject().name("named").beginObject();
        for (int i = 0; i < names.size(); i++) {
            out.name(names.get(i));
            write(out, values.get(i));
        }
        out.endObject().endObject();
    }

    private static void struct(JsonWriter out, Struct struct) throws IOException {
        out.beginObject().name("named").beginObject();
        for (int i = 0; i < struct.size(); i++) {
            out.name(struct.type().fields().get(i));
            write(out, struct.field(i));
        }
        out.endObject().endObject();
    }

    /// By the keys as they are shown; keys that are strings or symbols, without their marks.
    private static void dict(JsonWriter out, Dict dict) throws IOException {
        out.beginObject().name("named").beginObject();
        for (Pair entry : dict.entries().values()) {
            out.name(
                    switch (entry.first()) {
                        case Text(String text) -> text;
                        case Symbol(String name) -> name;
                        default -> Show.repr(entry.first());
                    });
            write(out, entry.second());
        }
        out.endObject().endObject();
    }
}
