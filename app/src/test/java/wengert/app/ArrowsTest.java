package wengert.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.NullMarked;

/// Who may look at whom. The rooms stand here in the order the data flows; what is in none of the lists
/// is a view.
@AnalyzeClasses(packages = "wengert", importOptions = ArrowsTest.OurCode.class)
class ArrowsTest {

    /// `wengert.engine`: the JDK and a linear-algebra kernel.
    private static final List<String> ENGINE =
            List.of(
                    "source",
                    "syntax",
                    "value",
                    "notation",
                    "ops",
                    "trace",
                    "sweep",
                    "library",
                    "compile",
                    "run");

    /// From the steps to the files: everything that can be computed where there is no screen.
    private static final List<String> PICTURE =
            List.of("story", "explore", "display", "layout", "drawing", "export");

    /// What the views share.
    private static final List<String> SHARED = List.of("theme", "session");

    private static final List<String> IN_ORDER =
            Stream.of(ENGINE, PICTURE, SHARED).flatMap(List::stream).toList();

    @ArchTest
    static void theDataFlowsOneWay(JavaClasses classes) {
        for (int i = 0; i < IN_ORDER.size() - 1; i++) {
            var later = IN_ORDER.subList(i + 1, IN_ORDER.size());
            noClasses()
                    .that()
                    .resideInAPackage(in(IN_ORDER.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(in(later))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static void noViewKnowsAnother(JavaClasses classes) {
        var views = views(classes);
        for (String view : views) {
            var others = views.stream().filter(other -> !other.equals(view)).toList();
            noClasses()
                    .that()
                    .resideInAPackage(in(view))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(in(others))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static void whatTheViewsShareKnowsNoView(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(in(IN_ORDER))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in(views(classes)))
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    static final ArchRule onlyTheProgramKnowsTheProgram =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(in("app"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(in("app"))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatNeedsNoScreenKnowsNoJavaFx =
            noClasses()
                    .that()
                    .resideInAnyPackage(in(ENGINE))
                    .or()
                    .resideInAnyPackage(in(PICTURE))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "com.sun.javafx..")
                    .allowEmptyShould(true);

    /// Commands are started without JavaFX.
    @ArchTest
    static final ArchRule commandsKnowNothingOfScenes =
            noClasses()
                    .that()
                    .areAssignableTo(Callable.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Node.class);

    @ArchTest
    static final ArchRule theEngineKnowsNoFiles =
            noClasses()
                    .that()
                    .resideInAnyPackage(in(ENGINE))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theEngineKnowsNoClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(in(ENGINE))
                    .should()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.time..")
                    .allowEmptyShould(true);

    @ArchTest
    static void everyPackageHasItsSign(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(room -> assertThat(hasASign(room)).as(room.getName()).isTrue());
    }

    private static boolean hasASign(JavaPackage room) {
        return room.isAnnotatedWith(NullMarked.class);
    }

    /// The rooms directly below `wengert` that stand in no list. `app` puts them together.
    private static List<String> views(JavaClasses classes) {
        return classes.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(name -> name.length > 1)
                .map(name -> name[1])
                .distinct()
                .filter(room -> !room.equals("app") && !IN_ORDER.contains(room))
                .sorted()
                .toList();
    }

    private static String in(String room) {
        return "wengert." + room + "..";
    }

    private static String[] in(List<String> rooms) {
        return rooms.stream().map(ArrowsTest::in).toArray(String[]::new);
    }

    /// Tests may look wherever they like.
    static class OurCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }
}
