package wengert.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import wengert.source.SourceText;

/// Programs in files, and what to say when the world is unkind.
final class Programs {

    private static final long LARGEST = 4L << 20;

    private Programs() {}

    static SourceText read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            throw new IOException("it is larger than a program should be");
        }
        String text = Files.readString(file).replace("\r\n", "\n");
        return new SourceText(name(file), text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /// A file's name without its folders.
    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /// What went wrong with a file, in one sentence.
    static String sentence(Path file, IOException trouble) {
        String why =
                switch (trouble) {
                    case NoSuchFileException e ->
                            e.getFile().equals(file.toString())
                                    ? "there is no such file"
                                    : "there is no such folder";
                    case AccessDeniedException _ -> "access is not allowed";
                    case CharacterCodingException _ -> "it is not text in UTF-8";
                    default ->
                            trouble.getMessage() == null
                                    ? "it cannot be used"
                                    : trouble.getMessage();
                };
        return "%s: %s".formatted(file, why);
    }
}
