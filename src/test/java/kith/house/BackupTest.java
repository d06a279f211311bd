package kith.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ana the operator saves her house, loses it, and has every row of it back. */
class BackupTest {
    private static final String PASSPHRASE = "a lighthouse in the rain";
    /** Everything that is hard to bring back: rings of links, triggers, counters, odd letters, made-up columns. */
    private static final Script HARD = new Script("setup", "V999__hard.sql", """
            create table setup.left_hand (id int primary key, other int);
            create table setup.right_hand (id int primary key, other int references setup.left_hand);
            alter table setup.left_hand add foreign key (other) references setup.right_hand;
            create table setup.odd (
                n bigint generated always as identity, words text, raw bytea, at timestamptz, real double precision,
                many text[], made text generated always as (upper(words)) stored);
            create function setup.refuse() returns trigger language plpgsql as $$ begin raise 'never'; end $$;
            create trigger refuse before update or delete or truncate on setup.odd execute function setup.refuse();
            insert into setup.odd (words) values ('put in by the migration itself');
            """);

    @TempDir
    Path folder;

    private final TestHouse lived = TestHouse.fresh();
    private final TestHouse empty = TestHouse.fresh();
    private final List<Script> scripts = new ArrayList<>(Script.all());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Home anas = new Home(Path.of("/"));
    private Home next = new Home(Path.of("/"));

    @BeforeEach
    void live() throws IOException {
        scripts.add(HARD);
        anas = new Home(Files.createDirectory(folder.resolve("anas")));
        next = new Home(Files.createDirectory(folder.resolve("next")));
        Files.write(anas.file("key"), lived.installation().key().bytes());
        new Migrations(lived.database(), scripts).run();
        var sql = lived.asOwner();
        sql.sql(
                        "update house.house set name = E'Hafen \\t\\\\ \\n \u00e4 \ud83c\udf31', address = 'https://harbour.example'")
                .update();
        sql.sql(
                        "insert into house.setting (key, value) select 'k' || n, repeat(E'\\\\N\\t\\n', n) from generate_series(1, 50) n")
                .update();
        sql.sql("insert into setup.left_hand (id) select n from generate_series(1, 20) n")
                .update();
        sql.sql("insert into setup.right_hand select n, n from generate_series(1, 20) n")
                .update();
        sql.sql("update setup.left_hand set other = 21 - id").update();
        sql.sql("""
                insert into setup.odd (words, raw, at, real, many)
                select 'w' || n, decode(md5(n::text), 'hex'), now() + n * interval '1 us', sqrt(n), array['a', null, '"']
                from generate_series(1, 5000) n""").update();
    }

    @AfterEach
    void leave() {
        lived.close();
        empty.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void everyRowOfEveryTableComesBack(String passphrase) throws IOException {
        Path file = backup(passphrase);
        if (passphrase.isEmpty()) {
            Files.copy(anas.file("key"), next.file("key"));
        }
        restore(file, passphrase);
        assertThat(rows(empty)).isEqualTo(rows(lived)).hasSizeGreaterThan(5);
        assertThat(next.file("key")).hasSameBinaryContentAs(anas.file("key"));
        assertThatThrownBy(() -> empty.asOwner().sql("delete from setup.odd").update())
                .hasMessageContaining("never");
        empty.asOwner().sql("insert into setup.odd (words) values ('next')").update();
        assertThat(empty.asOwner()
                        .sql("select max(n) from setup.odd")
                        .query(Long.class)
                        .single())
                .isEqualTo(5002);
    }

    @Test
    void aLockedBackupShowsNothing() throws IOException {
        assertThat(Files.readString(backup(PASSPHRASE), StandardCharsets.ISO_8859_1))
                .doesNotContain("manifest")
                .doesNotContain("house.setting");
    }

    @Test
    void theWrongPassphraseChangesNothing() {
        Path file = backup(PASSPHRASE);
        var before = rows(empty);
        assertThatThrownBy(() -> restore(file, "a lighthouse in the sun"))
                .isInstanceOf(HouseProblem.class)
                .hasMessageContaining("passphrase is wrong or the file is damaged");
        assertThat(rows(empty)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void oneChangedByteIsNoticed(String passphrase) throws IOException {
        Path file = backup(passphrase);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> restore(file, passphrase))
                .isInstanceOf(HouseProblem.class)
                .hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PASSPHRASE})
    void aMissingEndIsNoticed(String passphrase) throws IOException {
        Path file = backup(passphrase);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertThatThrownBy(() -> restore(file, passphrase)).hasMessageContaining("damaged");
    }

    @Test
    void anInhabitedHouseIsNotOverwritten() {
        Path file = backup("");
        empty.asOwner().sql("update house.house set name = 'Tane lives here'").update();
        assertThatThrownBy(() -> restore(file, "")).hasMessageContaining("Somebody lives in");
        assertThat(empty.asOwner()
                        .sql("select name from house.house")
                        .query(String.class)
                        .single())
                .isEqualTo("Tane lives here");
    }

    @Test
    void aBackupOfANewerKithIsRefused() {
        Path file = backup("");
        scripts.remove(HARD);
        assertThatThrownBy(() -> restore(file, "")).hasMessageContaining("newer Kith");
    }

    @Test
    void anotherFileIsNoBackup() throws IOException {
        Path file = Files.writeString(folder.resolve("letter"), "Dear Ana, this is a letter and no backup.");
        assertThatThrownBy(() -> restore(file, "")).hasMessageContaining("not a backup");
    }

    private Path backup(String passphrase) {
        Path file = folder.resolve("saved.kith");
        new BackupCommand(anas, environment(lived, passphrase), scripts).run(arguments(file), terminal());
        return file;
    }

    private void restore(Path file, String passphrase) {
        new RestoreCommand(next, environment(empty, passphrase), scripts).run(arguments(file), terminal());
    }

    private Terminal terminal() {
        return Terminal.on(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private static Arguments arguments(Path file) {
        return new Arguments(List.of(file.toString()));
    }

    private static Map<String, String> environment(TestHouse house, String passphrase) {
        var environment = new HashMap<>(house.environment());
        if (!passphrase.isEmpty()) {
            environment.put("KITH_PASSPHRASE", passphrase);
        }
        return environment;
    }

    /** Every row as text, by table; read in another way than the backup reads it. */
    private static Map<String, List<String>> rows(TestHouse house) {
        var rows = new HashMap<String, List<String>>();
        house.asOwner()
                .sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_schema <> 'information_schema' and table_schema !~ '^pg_'
                          and table_name not in ('migration', 'installed')""")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        house.asOwner()
                                .sql("select t::text from %s t order by 1".formatted(table))
                                .query(String.class)
                                .list()));
        return rows;
    }
}
