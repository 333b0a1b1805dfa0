package wengert.value;

/// A value as the program itself wrote it, by a method of `show` that it has for values of this type.
public record Written(String text, Type type) implements Opaque {

    @Override
    public String show() {
        return text;
    }
}
