package kith.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The walls between the modules. */
class ModulesTest {
    private static final Set<String> VERBS = Set.of("index", "show", "new_", "create", "edit", "update", "destroy");
    private static final Set<String> LATE = Set.of("TransactionalEventListener", "ApplicationModuleListener", "Async");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kith");

    @Test
    void everyModuleKnowsOnlyWhatLiesBelowIt() {
        for (var from : HOUSE) {
            var module = module(from);
            if (module.isEmpty()) {
                continue;
            }
            assertThat(Modules.all()).as("level of module %s", module).contains(module);
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var to = module(dependency.getTargetClass().getBaseComponentType());
                if (!to.isEmpty() && !to.equals(module)) {
                    assertThat(Modules.below(module))
                            .as(dependency.getDescription())
                            .contains(to);
                }
            }
        }
    }

    @Test
    void modulesHaveNoCyclesAndKeepTheirRooms() {
        ApplicationModules.of("kith").verify();
    }

    /** What listened only after a commit would be lost by a power cut in between; here every consequence is written with its cause. */
    @Test
    void nothingListensAfterTheCommit() {
        for (var room : HOUSE) {
            for (var method : room.getMethods()) {
                assertThat(method.getAnnotations())
                        .as(method.getFullName())
                        .noneMatch(note -> LATE.contains(note.getRawType().getSimpleName()));
            }
        }
    }

    @Test
    void modulesAreFlat() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).filter(name -> !name.matches("kith(\\.[a-z]+)?")))
                .isEmpty();
    }

    @Test
    void everyModuleSaysWhatItIsFor() throws IOException {
        for (var module : present()) {
            var info = Path.of("src/main/java/kith", module, "package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info))
                    .as("%s tells what it never does", module)
                    .contains("never");
        }
    }

    @Test
    void controllersHaveTheSevenVerbsAndNothingElse() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areDeclaredInClassesThat(annotatedController())
                .should(beOneOfTheVerbs())
                .check(HOUSE);
    }

    @Test
    void controllersStayInTheirModule() {
        classes().that(annotatedController()).should().bePackagePrivate().check(HOUSE);
    }

    /** Collections are reached through the person asking: a public finder takes a viewer or a place, or says that it is the house that asks. */
    @Test
    void objectsAreReachedThroughThePersonAsking() {
        methods()
                .that()
                .arePublic()
                .and()
                .haveNameMatching("(find|of|latest|search)[A-Z]?.*")
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are collections with SQL",
                        type -> type.getAllFields().stream()
                                .anyMatch(f -> f.getRawType().getSimpleName().equals("JdbcClient"))))
                .should(askThroughAPerson())
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /** The map in docs/modules.md is what the code is; run with -Dkith.write=true to draw it anew. */
    @Test
    void theMapIsTrue() throws IOException {
        var map = new TreeMap<String, Set<String>>();
        present().forEach(module -> map.put(module, new TreeSet<>()));
        for (var from : HOUSE) {
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var to = module(dependency.getTargetClass().getBaseComponentType());
                if (!to.isEmpty() && map.containsKey(module(from)) && !to.equals(module(from))) {
                    map.get(module(from)).add(to);
                }
            }
        }
        ModuleMap.check(Path.of("docs/modules.md"), map);
    }

    private static Set<String> present() throws IOException {
        try (var folders = Files.list(Path.of("src/main/java/kith"))) {
            return new TreeSet<>(folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList());
        }
    }

    private static String module(JavaClass type) {
        var found = Pattern.compile("kith\\.([a-z]+)").matcher(type.getPackageName());
        return found.matches() ? found.group(1) : "";
    }

    private static DescribedPredicate<JavaClass> annotatedController() {
        return DescribedPredicate.describe("are controllers", type -> type.isMetaAnnotatedWith(Controller.class));
    }

    private static ArchCondition<JavaMethod> beOneOfTheVerbs() {
        return condition("be one of " + VERBS, method -> VERBS.contains(method.getName()));
    }

    private static ArchCondition<JavaMethod> askThroughAPerson() {
        var persons = Set.of("Viewer", "Place", "Topic", "Community", "MemberId");
        return condition(
                "take a viewer or a place, or end in AsHouse",
                method -> method.getName().endsWith("AsHouse")
                        || method.getRawParameterTypes().stream()
                                .anyMatch(type -> persons.contains(type.getSimpleName())));
    }

    private static ArchCondition<JavaMethod> condition(String text, java.util.function.Predicate<JavaMethod> holds) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!holds.test(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not " + text));
                }
            }
        };
    }
}
