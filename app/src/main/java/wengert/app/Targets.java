package wengert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where what is made of programs goes, as -o says it: to a file, or a file of each program in a folder, or to the
/// standard output.
final class Targets {

    /// What -o calls the standard output.
    static final String STANDARD_OUTPUT = "-";

    /// What -o is, for the help of a command.
    static final String DESCRIPTION =
            "In it {name} stands for the program's name, {folder} for that of its folder, {call} for the call's number. A folder: a file in it for each program. -: the standard output.";

    private static final Pattern PLACE = Pattern.compile("\\{\\w*}");

    private Targets() {}

    /// The name of a program without its ending.
    static String name(Path program) {
        return Programs.name(program).replaceFirst("\\.jl$", "");
    }

    /// A file for each program, no two the same.
    ///
    /// @param pattern what -o says
    /// @param ending the ending of files in a folder that is named
    static Map<Path, Path> files(
            List<Path> programs, String pattern, CallOption call, String ending) throws Wrong {
        boolean folder = isFolder(pattern);
        String whole = folder ? pattern.replaceFirst("/?$", "/{name}." + ending) : pattern;
        var targets = new LinkedHashMap<Path, Path>();
        for (Path program : programs) {
            put(targets, program, Path.of(filled(whole, program, call)));
        }
        for (var target : targets.entrySet()) {
            if (same(target.getKey(), target.getValue())) {
                throw new Wrong(target.getValue() + " is the program itself");
            }
        }
        return targets;
    }

    /// Whether a pattern names a folder, for files of their own names.
    static boolean isFolder(String pattern) {
        return pattern.endsWith("/") || Files.isDirectory(Path.of(pattern));
    }

    /// Makes the folder that a pattern names, for a file in it.
    static void makeFolder(Path file, String pattern) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (isFolder(pattern) && folder != null) {
            Files.createDirectories(folder);
        }
    }

    /// A folder for each program: the one that is named, or if there are several programs, one in it for each.
    static Map<Path, Path> folders(List<Path> programs, String pattern, CallOption call)
            throws Wrong {
        boolean apart = programs.size() < 2 || PLACE.matcher(pattern).find();
        String whole = apart ? pattern : pattern.replaceFirst("/?$", "/{name}");
        var targets = new LinkedHashMap<Path, Path>();
        for (Path program : programs) {
            put(targets, program, Path.of(filled(whole, program, call)));
        }
        return targets;
    }

    /// Throws that there is no way to tell several programs apart on the standard output.
    static void checkAlone(List<Path> programs) throws Wrong {
        if (programs.size() > 1) {
            throw new Wrong("-o - takes one program; for several, name a folder: -o figures/");
        }
    }

    private static void put(Map<Path, Path> targets, Path program, Path target) throws Wrong {
        for (var other : targets.entrySet()) {
            if (same(other.getKey(), program)) {
                throw new Wrong(program + " is given twice");
            }
            if (same(other.getValue(), target)) {
                throw new Wrong(clash(other.getKey(), program, target));
            }
        }
        targets.put(program, target);
    }

    private static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    /// Programs of other names are told apart by {name}; those of one name in several folders need more.
    private static String clash(Path one, Path other, Path target) {
        String both = "%s and %s would both go to %s: ".formatted(one, other, target);
        if (!name(one).equals(name(other))) {
            return both + "put {name} into the name, or name a folder";
        }
        return folder(one).equals(folder(other))
                ? both + "use two commands"
                : both + "put {folder} into the name, as in '{folder}-{name}.svg'";
    }

    private static String folder(Path program) {
        Path folder = program.toAbsolutePath().normalize().getParent();
        return folder == null ? "" : Programs.name(folder);
    }

    private static String filled(String pattern, Path program, CallOption call) throws Wrong {
        Map<String, Function<Path, String>> places =
                Map.of(
                        "{name}", Targets::name,
                        "{folder}", Targets::folder,
                        "{call}", _ -> Integer.toString(call.number));
        Matcher place = PLACE.matcher(pattern);
        var text = new StringBuilder();
        while (place.find()) {
            Function<Path, String> stands = places.get(place.group());
            if (stands == null) {
                throw new Wrong(
                        "-o: %s stands for nothing; there are {name}, {folder} and {call}"
                                .formatted(place.group()));
            }
            place.appendReplacement(text, Matcher.quoteReplacement(stands.apply(program)));
        }
        return place.appendTail(text).toString();
    }
}
