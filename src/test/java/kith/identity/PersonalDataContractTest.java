package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.audit.AuditLog;
import kith.page.Phrases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Holds every module that keeps something about a person to its promise: each column is known, all of one's own is exported, nothing of others, and nothing is left. */
class PersonalDataContractTest extends IdentityHouse {
    /** What it keeps is about the house, or ids alone: it needs no part of its own. */
    private static final Set<String> WITHOUT = Set.of("house");

    /** Where the number of an account stays that is empty then: so that nobody gets it again, and because what was agreed to, decided and done must be shown. */
    private static final Set<String> NUMBERED = Set.of(
            "identity.account.id",
            "identity.consent.account_id",
            "audit.entry.actor",
            "audit.entry.subject",
            "moderation.decision.by",
            "moderation.case.subject_id",
            "moderation.case.path",
            "duty.duty.cause");

    private static final Pattern CANARY = Pattern.compile("canary-mine-[a-z]+/[a-z-]+");

    @Autowired
    List<PersonalData> parts;

    @Autowired
    Exports exports;

    @Autowired
    Erasures erasures;

    @Autowired
    AuditLog audit;

    @Autowired
    Phrases phrases;

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
    void everyWordOfOnesOwnIsExportedAndNoneOfANeighboursAndErasureLeavesNothing() {
        var planters = planters();
        var mine = member("Canary One");
        var other = member("Canary Two");
        planters.forEach(planter -> {
            planter.plant(sql, mine, "canary-mine-" + planter.module());
            planter.plant(sql, other, "canary-other-" + planter.module());
        });
        var export = exports.collect(mine).toString();
        planters.forEach(planter -> assertThat(export).contains(planter.trace("canary-mine-" + planter.module())));
        assertThat(planted()).isNotEmpty().allSatisfy(word -> assertThat(export).contains(word));
        assertThat(export).doesNotContain("canary-other", "Canary Two", email("Canary Two"), other.toString());

        assertThat(erasures.erase(mine)).isTrue();
        assertThat(erasures.erase(mine)).as("twice is harmless").isTrue();

        var stays =
                planters.stream().flatMap(planter -> planter.stays().stream()).toList();
        assertThat(where("canary-mine")).isSubsetOf(stays);
        assertThat(where("Canary One")).isEmpty();
        assertThat(where(email("Canary One"))).isEmpty();
        assertThat(where(mine.toString())).isSubsetOf(NUMBERED);
        assertThat(where("canary-other")).hasSizeGreaterThan(stays.size());
        assertThat(exports.collect(mine).toString()).as("of who is gone").doesNotContain("canary-mine");
    }

    @Test
    void whatIsExportedIsCalledByWordsInEveryLanguage() {
        var who = member("Canary Four");
        planters().forEach(planter -> planter.plant(sql, who, "canary-named-" + planter.module()));
        var fields = exports.collect(who).stream()
                .flatMap(chapter -> chapter.parts().stream())
                .flatMap(part -> part.rows().stream())
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (var language : Phrases.LANGUAGES) {
            assertThat(fields)
                    .as(language.getLanguage())
                    .filteredOn(field ->
                            phrases.say(language, ExportDocument.key(field)).equals(ExportDocument.key(field)))
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyColumnOfWordsHasACanary() {
        var planters = planters();
        var who = member("Canary Three");
        planters.forEach(planter -> planter.plant(sql, who, "canary-all-" + planter.module()));
        var planted = where("canary-all-");
        var wordless = planters.stream()
                .flatMap(planter -> planter.wordless().stream())
                .collect(Collectors.toSet());
        return parts.stream()
                .map(part -> DynamicTest.dynamicTest(
                        part.module(),
                        () -> assertThat(columnsOfWords())
                                .filteredOn(part.columns()::contains)
                                .filteredOn(column -> !wordless.contains(column))
                                .isSubsetOf(planted)));
    }

    @Test
    void theAuditLogTellsSomebodyWhatTheyDidAndWhatWasDoneToThem() {
        var ruth = member("Ruth Acts");
        var ana = member("Ana Acts");
        audit.note(ana.value(), "test.suspended", "account " + ruth, "");
        audit.note(ana.value(), "test.accepted", "request 1", "account " + ruth + " in community " + ana);
        audit.note(ruth.value(), "test.decided", "account " + ana, "talk");
        audit.note(ana.value(), "test.else", "account " + ana, "");
        var acts = exports.collect(ruth).toString();
        assertThat(acts)
                .contains("test.suspended", "test.accepted", "test.decided", "talk")
                .doesNotContain("test.else", ana.toString());
    }

    @TestFactory
    Stream<DynamicTest> everyPartHasItsWordsInEveryLanguage() {
        var who = member("Ruth Words");
        return parts.stream()
                .map(part -> DynamicTest.dynamicTest(
                        part.module(),
                        () -> assertThat(Stream.concat(
                                        Stream.of("identity.erasure.goes." + part.module()),
                                        part.export(who).stream().map(PersonalData.Part::key)))
                                .allSatisfy(key -> Phrases.LANGUAGES.forEach(language ->
                                        assertThat(phrases.say(language, key)).isNotEqualTo(key)))));
    }

    /** Every canary of mine, as it is in the columns that somebody calls personal. */
    private Set<String> planted() {
        var personal = parts.stream().flatMap(part -> part.columns().stream()).collect(Collectors.toSet());
        return where("canary-mine").stream()
                .filter(personal::contains)
                .flatMap(column -> values(column).stream())
                .flatMap(value -> CANARY.matcher(value).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    /** The columns of the house in which something can be read. */
    private Set<String> where(String something) {
        return everyColumn().stream()
                .filter(column -> values(column).stream().anyMatch(value -> value.contains(something)))
                .collect(Collectors.toSet());
    }

    private List<String> values(String column) {
        var dot = column.lastIndexOf('.');
        return sql.sql("select %1$s::text from %2$s where %1$s is not null"
                        .formatted(column.substring(dot + 1), column.substring(0, dot)))
                .query(String.class)
                .list();
    }

    private List<String> everyColumn() {
        return columnsWhere("true");
    }

    /** Text that anything may be written into: not made of other columns, not one of a few words. */
    private List<String> columnsOfWords() {
        return columnsWhere("""
                (c.data_type in ('text', 'jsonb') or (c.data_type = 'ARRAY' and c.udt_name = '_text')) and c.is_generated = 'NEVER'
                and not exists (
                    select from pg_constraint k where k.conrelid = (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass
                    and k.contype = 'c' and k.conkey = array[c.ordinal_position::smallint] and pg_get_constraintdef(k.oid) like '%ANY%')""");
    }

    private List<String> columnsWhere(String and) {
        return sql.sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                          and c.table_name <> 'migration' and\s""" + and).query(String.class).list();
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
