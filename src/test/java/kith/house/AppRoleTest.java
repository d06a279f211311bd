package kith.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What the application may do in its own database, and what only the owner may. */
class AppRoleTest {
    private final TestHouse house = TestHouse.fresh();

    @AfterEach
    void leave() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table house.mine (id int)",
                "create table public.mine (id int)",
                "create temporary table mine (id int)",
                "create schema mine",
                "alter table house.setting add column mine int",
                "drop table house.setting",
                "truncate house.setting",
                "create role mine",
                "update house.house set is_demo = true",
                "delete from house.house",
                "insert into house.house (is_demo) values (true)",
                "update house.installed set checksum = ''",
                "delete from house.migration",
                "alter table house.house disable trigger all",
                "set session_replication_role = replica",
                "copy house.setting to program 'true'",
            })
    void theAppCannot(String statement) {
        assertThatThrownBy(() -> house.asApp().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void theAppKeepsRows() {
        house.asApp()
                .sql("insert into house.setting (key, value) values ('mail.host', 'localhost')")
                .update();
        house.asApp().sql("update house.house set name = 'Harbour'").update();
        assertThat(house.asApp()
                        .sql("select name from house.house")
                        .query(String.class)
                        .single())
                .isEqualTo("Harbour");
    }

    @Test
    void evenTheOwnerCannotMakeADemoReal() {
        assertThatThrownBy(() -> house.asOwner()
                        .sql("update house.house set is_demo = not is_demo")
                        .update())
                .hasMessageContaining("stays");
    }

    @Test
    void oneHouseKnowsNothingOfAnother() {
        house.asApp().sql("update house.house set name = 'Harbour'").update();
        try (var other = TestHouse.fresh()) {
            assertThat(other.asApp()
                            .sql("select count(name) from house.house")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
