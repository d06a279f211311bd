package kith.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import kith.Kith;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marama leaves for good; Ana the operator loses the house and returns to a backup in which Marama still lives. */
class RestoredErasuresTest {
    private static final UUID MARAMA = UUID.fromString("0193b1a0-0000-7000-8000-000000000001");
    private static final UUID TANE = UUID.fromString("0193b1a0-0000-7000-8000-000000000002");
    private static final UUID LONG_GONE = UUID.fromString("0193b1a0-0000-7000-8000-000000000003");

    @TempDir
    Path folder;

    private final TestHouse lived = TestHouse.fresh();
    private final TestHouse restored = TestHouse.fresh();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Home anas = new Home(Path.of("/"));
    private Home next = new Home(Path.of("/"));

    @BeforeEach
    void live() throws IOException {
        anas = home("anas");
        next = home("next");
        account(MARAMA, "Marama", true);
        account(TANE, "Tane", false);
        lived.asOwner()
                .sql("insert into identity.account (id, status) values (:id, 'ERASED')")
                .param("id", LONG_GONE)
                .update();
    }

    @AfterEach
    void leave() {
        lived.close();
        restored.close();
    }

    @Test
    void whoLeftForGoodIsRemovedAgainBeforeARestoredHouseOpens() throws IOException {
        var file = folder.resolve("saved.kith");
        new BackupCommand(anas, lived.environment(), Script.all()).run(arguments(file.toString()), terminal());
        lived.asOwner()
                .sql("update identity.account set operator = (id = :tane)")
                .param("tane", TANE)
                .update();
        try (var house = open(anas, lived)) {
            assertThat(new ErasedFile(anas).ids()).containsExactly(LONG_GONE);
            erase(house, "Marama@example.org");
        }
        assertThat(new ErasedFile(anas).ids()).containsExactly(LONG_GONE, MARAMA);

        new RestoreCommand(next, restored.environment(), Script.all()).run(arguments(file.toString()), terminal());
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Put the lost house's file \"erased\" into");
        assertThat(words(restored.asOwner())).contains("Marama", "Tane");

        Files.copy(anas.file("erased"), next.file("erased"), StandardCopyOption.REPLACE_EXISTING);
        open(next, restored).close();
        open(next, restored).close();
        assertThat(words(restored.asOwner())).contains("Tane").doesNotContain("Marama");
        assertThat(new ErasedFile(next).ids()).containsExactly(LONG_GONE, MARAMA);
        assertThat(restored.asOwner()
                        .sql("select detail from audit.entry where subject = :who and verb = 'account.erased'")
                        .param("who", "account " + MARAMA)
                        .query(String.class)
                        .list())
                .containsExactly("again after a restore");
    }

    @Test
    void halfALineLeftByACrashHidesNobody() throws IOException {
        Files.writeString(next.file("erased"), MARAMA.toString().substring(0, 20));
        new ErasedFile(next).add(List.of(TANE, LONG_GONE));
        assertThat(new ErasedFile(next).ids()).containsExactly(TANE, LONG_GONE);
    }

    private Home home(String name) throws IOException {
        var home = new Home(Files.createDirectory(folder.resolve(name)));
        Files.write(home.file("key"), lived.installation().key().bytes());
        return home;
    }

    private void account(UUID id, String name, boolean operator) {
        lived.asOwner()
                .sql("""
                        insert into identity.account (id, email, name, name_key, about, status, operator)
                        values (:id, lower(:name) || '@example.org', :name, lower(:name), :name || ' likes the sea', 'ACTIVE', :operator)""")
                .param("id", id)
                .param("name", name)
                .param("operator", operator)
                .update();
        lived.asOwner().sql("""
                        insert into conversation.draft (member_id, key, fields, saved_at) values (:id, 'x', jsonb_build_object('body', :name), now())""").param("id", id).param("name", name).update();
    }

    private static void erase(ConfigurableApplicationContext house, String who) {
        var erase = house.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals("erase"))
                .findFirst()
                .orElseThrow();
        assertThat(erase.run(arguments(who, "--yes"), Terminal.on(System.out))).isZero();
    }

    private static ConfigurableApplicationContext open(Home home, TestHouse house) {
        var installation = new Installation(
                home,
                house.installation().key(),
                house.database().jdbcUrl(),
                house.database().app(),
                false);
        var spring = new SpringApplication(Kith.class);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> context.getBeanFactory().registerSingleton("installation", installation));
        return spring.run("--kith.mode=command", "--server.port=-1", "--spring.main.log-startup-info=false");
    }

    private static String words(JdbcClient sql) {
        return sql.sql(
                        "select (select string_agg(a::text, ' ') from identity.account a) || (select string_agg(d::text, ' ') from conversation.draft d)")
                .query(String.class)
                .single();
    }

    private Terminal terminal() {
        return Terminal.on(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private static Arguments arguments(String... words) {
        return new Arguments(List.of(words));
    }
}
