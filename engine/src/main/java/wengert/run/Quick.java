package wengert.run;

import wengert.value.Bool;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Value;

/// The operators on plain numbers of 64 bits.
enum Quick {
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    LESS,
    GREATER,
    LESS_EQUAL,
    GREATER_EQUAL,
    EQUAL,
    NOT_EQUAL;

    static Quick of(String name) {
        return switch (name) {
            case "+" -> PLUS;
            case "-" -> MINUS;
            case "*" -> TIMES;
            case "/" -> DIVIDE;
            case "<" -> LESS;
            case ">" -> GREATER;
            case "<=", "≤" -> LESS_EQUAL;
            case ">=", "≥" -> GREATER_EQUAL;
            case "==" -> EQUAL;
            case "!=", "≠" -> NOT_EQUAL;
            default -> throw new IllegalArgumentException(name);
        };
    }

    Value of(double x, double y) {
        return switch (this) {
            case PLUS -> new Float64(x + y);
            case MINUS -> new Float64(x - y);
            case TIMES -> new Float64(x * y);
            case DIVIDE -> new Float64(x / y);
            case LESS -> Bool.of(x < y);
            case GREATER -> Bool.of(x > y);
            case LESS_EQUAL -> Bool.of(x <= y);
            case GREATER_EQUAL -> Bool.of(x >= y);
            case EQUAL -> Bool.of(x == y);
            case NOT_EQUAL -> Bool.of(x != y);
        };
    }

    Value of(long x, long y) {
        return switch (this) {
            case PLUS -> Int64.of(x + y);
            case MINUS -> Int64.of(x - y);
            case TIMES -> Int64.of(x * y);
            case DIVIDE -> new Float64((double) x / y);
            case LESS -> Bool.of(x < y);
            case GREATER -> Bool.of(x > y);
            case LESS_EQUAL -> Bool.of(x <= y);
            case GREATER_EQUAL -> Bool.of(x >= y);
            case EQUAL -> Bool.of(x == y);
            case NOT_EQUAL -> Bool.of(x != y);
        };
    }
}
