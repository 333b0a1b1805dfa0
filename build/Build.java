import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Builds Wengert for the start scripts, which run this file as it stands: `java build/Build.java HOME`.
///
/// Maven makes the jars. They are copied into a new folder below `target/run`, and only when that folder is
/// complete does the file `current` name it. So no start sees half a build, a program that is running keeps
/// its jars, and of two starts at the same moment one builds and the other waits for it.
///
/// Nothing is written to the standard output: that belongs to the program.
void main(String[] args) throws Exception {
    var home = Path.of(args[0]);
    var runs = Files.createDirectories(home.resolve("target", "run"));
    try (var file = FileChannel.open(runs.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var _ = file.lock()) {
        if (!isUpToDate(home, runs)) {
            build(home, runs);
        }
    } catch (Failure failure) {
        System.err.println(failure.getMessage());
        System.exit(1);
    }
}

/// What went wrong, in words for the terminal.
static final class Failure extends Exception {
    Failure(String message) {
        super(message);
    }
}

/// Asked again under the lock: another start may have built it meanwhile.
boolean isUpToDate(Path home, Path runs) throws IOException {
    var current = runs.resolve("current");
    if (!Files.exists(current)) {
        return false;
    }
    var stamp = runs.resolve(Files.readString(current).strip(), "stamp");
    if (!Files.exists(stamp)) {
        return false;
    }
    var built = Files.getLastModifiedTime(stamp);
    for (Path source : sources(home)) {
        if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
            return false;
        }
    }
    return true;
}

/// What the program is made of. The folders are among it, since a folder changes when a file is deleted.
List<Path> sources(Path home) throws IOException {
    var found = new ArrayList<Path>();
    found.add(home.resolve("pom.xml"));
    found.addAll(below(home.resolve("build")));
    for (Path module : files(home, "*")) {
        if (Files.exists(module.resolve("pom.xml"))) {
            found.add(module.resolve("pom.xml"));
            found.addAll(below(module.resolve("src", "main")));
        }
    }
    found.addAll(files(home.resolve("samples"), "*.jl"));
    return found;
}

void build(Path home, Path runs) throws IOException, InterruptedException, Failure {
    boolean first = !Files.exists(runs.resolve("current"));
    System.err.println(
            first
                    ? "Building Wengert: half a minute, and more while libraries are fetched (first start only) …"
                    : "Building Wengert (it has changed) …");

    var name = Long.toString(System.currentTimeMillis(), 36);
    var run = Files.createDirectories(runs.resolve(name));
    try {
        Files.createFile(run.resolve("stamp"));
        maven(home, run);
        stage(home, run);
        Files.writeString(runs.resolve("current.new"), name + "\n");
        Files.move(runs.resolve("current.new"), runs.resolve("current"),
                StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (Exception e) {
        delete(run);
        throw e;
    }
    sweepOut(runs, name);
}

/// Has Maven make the jars and write down the class path.
void maven(Path home, Path run) throws IOException, InterruptedException, Failure {
    var log = run.resolve("maven.log");
    var command = new ArrayList<String>();
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
        command.addAll(List.of("cmd", "/c"));
    }
    command.addAll(List.of("mvn", "--batch-mode", "-q", "-Dquick", "-Dmaven.test.skip=true",
            "-Dstart.classPath=" + run.resolve("class-path"), "-pl", "app", "-am", "package"));
    var maven = new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Maven's own libraries use what newer JDKs warn about
    maven.environment().merge("MAVEN_OPTS",
            "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow", (his, ours) -> ours + " " + his);
    int status;
    try {
        status = maven.start().waitFor();
    } catch (IOException e) {
        throw new Failure("Building Wengert needs Maven 3.8 or newer and found none:"
                + " install it (the package is usually called maven).");
    }
    if (status != 0) {
        var message = Files.readString(log).replace("\u001B[0m", "");
        throw new Failure(message.split("\\R\\[ERROR] -> \\[Help 1]")[0] + "\nWengert was not built: see above.");
    }
}

/// Copies the jars to where the start scripts look: JavaFX to `mods`, everything else to `lib`.
void stage(Path home, Path run) throws IOException {
    var mods = Files.createDirectories(run.resolve("mods"));
    var lib = Files.createDirectories(run.resolve("lib"));
    var jars = files(home.resolve("app", "target", "quick"), "*.jar");
    for (String path : Files.readString(run.resolve("class-path")).strip().split(File.pathSeparator)) {
        jars.add(Path.of(path));
    }
    for (Path path : jars) {
        try (var jar = new JarFile(path.toFile(), false)) {
            if (!path.getFileName().toString().startsWith("javafx-")) {
                copy(jar, lib.resolve(path.getFileName()));
            } else if (jar.getEntry("module-info.class") != null) { // beside each lies an empty one
                Files.copy(path, mods.resolve(path.getFileName()));
            }
        }
    }
}

/// A jar as the JVM can take it into an AOT cache. It leaves out the classes of signed jars, and those that were
/// compiled for Java 5: picocli's, without which every command would start a tenth of a second later.
void copy(JarFile jar, Path copy) throws IOException {
    boolean signed = jar.stream().anyMatch(entry -> isSignature(entry.getName()));
    boolean old = copy.getFileName().toString().startsWith("picocli-");
    if (!signed && !old) {
        Files.copy(Path.of(jar.getName()), copy);
        return;
    }
    var manifest = jar.getManifest();
    manifest.getEntries().clear(); // the digests
    try (var out = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.isDirectory() || entry.getName().equals(JarFile.MANIFEST_NAME)
                    || isSignature(entry.getName())) {
                continue;
            }
            out.putNextEntry(new JarEntry(entry.getName()));
            var bytes = jar.getInputStream(entry).readAllBytes();
            out.write(old && entry.getName().endsWith(".class") ? renewed(bytes, jar) : bytes);
        }
    }
}

/// A class of Java 5 as one of Java 8, with what the newer verifier wants to be told.
byte[] renewed(byte[] bytes, JarFile jar) {
    var hierarchy = ClassHierarchyResolver.ofResourceParsing(type -> entry(jar, type))
            .orElse(ClassHierarchyResolver.defaultResolver());
    var format = ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ConstantPoolSharingOption.NEW_POOL, // else the code is copied as it is
            ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    var old = format.parse(bytes);
    if (old.majorVersion() != ClassFile.JAVA_5_VERSION) {
        return bytes;
    }
    ClassTransform newer = (builder, element) -> {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
        } else {
            builder.with(element);
        }
    };
    return format.transformClass(old,
            newer.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
}

InputStream entry(JarFile jar, ClassDesc type) {
    var name = type.descriptorString();
    var entry = jar.getJarEntry(name.substring(1, name.length() - 1) + ".class");
    try {
        return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

boolean isSignature(String entry) {
    return entry.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
}

/// Removes earlier builds, except the last one: it may be running.
void sweepOut(Path runs, String current) throws IOException {
    var builds = new ArrayList<>(files(runs, "*").stream().filter(Files::isDirectory).toList());
    builds.removeIf(build -> build.getFileName().toString().equals(current));
    builds.sort(Comparator.comparing(Path::getFileName));
    for (Path build : builds.subList(0, Math.max(0, builds.size() - 1))) {
        try {
            delete(build);
        } catch (IOException e) {
            // Windows keeps the jars of a running program; the next build tries again
        }
    }
}

void delete(Path folder) throws IOException {
    for (Path path : below(folder).reversed()) {
        Files.deleteIfExists(path);
    }
}

List<Path> files(Path folder, String pattern) throws IOException {
    try (var found = Files.newDirectoryStream(folder, pattern)) {
        var files = new ArrayList<Path>();
        found.forEach(files::add);
        return files;
    }
}

/// A folder and all that is in it, parents first; nothing where there is no such folder.
List<Path> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
        return List.of();
    }
    try (var found = Files.walk(folder)) {
        return found.toList();
    }
}
