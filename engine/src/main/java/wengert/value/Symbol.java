package wengert.value;

/// `:name`
public record Symbol(String name) implements Value {}
