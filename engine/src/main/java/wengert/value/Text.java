package wengert.value;

/// A `String`.
public record Text(String value) implements Value {}
