package wengert.value;

/// A character, as its Unicode code point.
public record Char(int codePoint) implements Value {}
