package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Elements;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Scalar;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// A value as the conformance suite writes it down, and how near a value has to come to it.
record ExpectedValue(double rtol, double atol) {

    void check(JsonElement want, Value found, String where) {
        Value got = Tracked.plain(found);
        if (want.isJsonNull()) {
            assertEquals(Nothing.NOTHING, got, where);
        } else if (want.isJsonPrimitive() && want.getAsJsonPrimitive().isBoolean()) {
            assertEquals(Bool.of(want.getAsBoolean()), got, where);
        } else if (want.isJsonPrimitive()) {
            near(number(want), assertInstanceOf(Scalar.class, got, where).toDouble(), where);
        } else {
            object(want.getAsJsonObject(), got, where);
        }
    }

    private void object(JsonObject want, Value got, String where) {
        if (want.has("string")) {
            assertEquals(new Text(want.get("string").getAsString()), got, where);
        } else if (want.has("re")) {
            Complex complex = assertInstanceOf(Complex.class, got, where);
            near(number(want.get("re")), complex.re().toDouble(), where + ".re");
            near(number(want.get("im")), complex.im().toDouble(), where + ".im");
        } else if (want.has("size")) {
            array(want, got, where);
        } else if (want.has("tuple")) {
            List<Value> elements =
                    got instanceof Pair(Value first, Value second)
                            ? List.of(first, second)
                            : assertInstanceOf(Tuple.class, got, where).elements();
            each(want.getAsJsonArray("tuple"), elements, where);
        } else if (want.has("named")) {
            NamedTuple named = assertInstanceOf(NamedTuple.class, got, where);
            JsonObject entries = want.getAsJsonObject("named");
            assertEquals(new ArrayList<>(entries.keySet()), named.names(), where);
            for (int i = 0; i < named.names().size(); i++) {
                String name = named.names().get(i);
                check(entries.get(name), named.values().get(i), where + "." + name);
            }
        } else {
            assertTrue(want.has("opaque"), () -> where + ": odd expectation " + want);
        }
    }

    private void array(JsonObject want, Value got, String where) {
        ArrayValue array =
                got instanceof ArrayRef ref
                        ? Elements.content(ref)
                        : assertInstanceOf(ArrayValue.class, got, where);
        var size = new ArrayList<Integer>();
        for (int n : array.size()) {
            size.add(n);
        }
        assertEquals(
                want.getAsJsonArray("size").asList().stream().map(JsonElement::getAsInt).toList(),
                size,
                where);
        var elements = new ArrayList<Value>();
        ArrayValue dense = array.dense();
        for (int i = 0; i < dense.length(); i++) {
            elements.add(dense.get(i));
        }
        each(want.getAsJsonArray("data"), elements, where);
    }

    private void each(JsonArray want, List<Value> got, String where) {
        assertEquals(want.size(), got.size(), where);
        for (int i = 0; i < want.size(); i++) {
            check(want.get(i), got.get(i), where + "[" + (i + 1) + "]");
        }
    }

    private static double number(JsonElement want) {
        return switch (want.getAsString()) {
            case "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> want.getAsDouble();
        };
    }

    private void near(double want, double got, String where) {
        boolean same =
                want == got
                        || Double.isNaN(want) && Double.isNaN(got)
                        || Math.abs(got - want) <= atol + rtol * Math.abs(want);
        assertTrue(same, () -> where + ": expected " + want + ", found " + got);
    }
}
