package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.page.Phrases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Holds every module that keeps something about a person to its promise: each column is known, all of one's own is exported, nothing of others, and nothing is left. */
class PersonalDataContractTest extends IdentityHouse {
    /** What these keep is about the house, or ids alone: they need no part of their own. */
    private static final Set<String> WITHOUT = Set.of("house", "audit");

    @Autowired
    List<PersonalData> parts;

    @Autowired
    Phrases phrases;

    @Autowired
    Exports exports;

    @Autowired
    Erasures erasures;

    @TestFactory
    Stream<DynamicTest> everyColumnOfEveryModuleIsPersonalOrSaidNotToBe() {
        var known = parts.stream()
                .flatMap(part -> Stream.concat(part.columns().stream(), part.notPersonal().stream()))
                .collect(Collectors.toSet());
        return modules()
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> assertThat(columns(module))
                                .filteredOn(column -> !known.contains(column))
                                .as("columns that nobody speaks for")
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyModuleThatKeepsSomethingHasAPlanter() {
        var planted = planters().stream().map(Planter::module).toList();
        return parts.stream()
                .map(part -> DynamicTest.dynamicTest(
                        part.module(), () -> assertThat(planted).contains(part.module())));
    }

    @Test
    void whoLeavesReadsOfEveryModuleWhatGoes() {
        for (var language : Phrases.LANGUAGES) {
            for (var part : parts) {
                var key = "identity.erasure.goes." + part.module();
                assertThat(phrases.say(language, key)).isNotEqualTo(key);
            }
        }
    }

    private Stream<String> modules() {
        return sql
                .sql(
                        "select distinct table_schema from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list()
                .stream()
                .filter(module -> !WITHOUT.contains(module));
    }

    private List<String> columns(String module) {
        return sql.sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_schema = :module and c.table_name <> 'migration' order by 1""").param("module", module).query(String.class).list();
    }

    @Test
    void theExportHasAllOfOnesOwnNothingOfANeighboursAndErasureLeavesNothing() {
        var planters = planters();
        var mine = member("Canary One");
        var other = member("Canary Two");
        planters.forEach(planter -> {
            planter.plant(sql, mine, "canary-mine-" + planter.module());
            planter.plant(sql, other, "canary-other-" + planter.module());
        });
        var export = exports.collect(mine).toString();
        planters.forEach(planter -> assertThat(export).contains("canary-mine-" + planter.module()));
        assertThat(export).doesNotContain("canary-other").doesNotContain("Canary Two");
        assertThat(erasures.erase(mine)).isTrue();
        assertThat(erasures.erase(mine)).as("twice is harmless").isTrue();
        assertThat(whole())
                .doesNotContain("canary-mine", "Canary One", email("Canary One"))
                .contains("canary-other");
    }

    /** Every row of every table as text. */
    private String whole() {
        var tables = sql.sql(
                        "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list();
        var all = new StringBuilder();
        tables.forEach(table -> all.append(sql.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                .query(String.class)
                .single()));
        return all.toString();
    }

    private static List<Planter> planters() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Planter.class));
        var planters = new ArrayList<Planter>();
        scanner.findCandidateComponents("kith")
                .forEach(found -> planters.add(make(String.valueOf(found.getBeanClassName()))));
        return planters;
    }

    private static Planter make(String name) {
        try {
            var made = Class.forName(name).getDeclaredConstructor();
            made.setAccessible(true);
            return (Planter) made.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
