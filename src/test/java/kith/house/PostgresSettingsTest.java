package kith.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresSettingsTest {
    @Test
    void theDatabaseTakesAnEighthOfTheMachineButNeverTooLittleOrTooMuch() {
        assertThat(PostgresSettings.memory(512)).containsExactly("shared_buffers=128MB", "effective_cache_size=512MB");
        assertThat(PostgresSettings.memory(4096))
                .containsExactly("shared_buffers=512MB", "effective_cache_size=2048MB");
        assertThat(PostgresSettings.memory(65_536))
                .containsExactly("shared_buffers=1024MB", "effective_cache_size=32768MB");
    }
}
