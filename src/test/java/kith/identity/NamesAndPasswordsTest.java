package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a display name and a password may be. */
class NamesAndPasswordsTest {
    @Test
    void namesThatAReaderWouldConfuseHaveOneKey() {
        var key = DisplayName.of("Paola").key();
        assertThat(DisplayName.of("PAOLA").key()).isEqualTo(key);
        assertThat(DisplayName.of("Ｐａｏｌａ").key()).isEqualTo(key);
        assertThat(DisplayName.of("P a o l a").key()).isEqualTo(key);
        assertThat(DisplayName.of("Раоlа").key()).as("Cyrillic letters").isEqualTo(key);
        assertThat(DisplayName.of("Paolo").key()).isNotEqualTo(key);
    }

    @Test
    void aFullNameAndThePartOfAnAddressAreDoubtedNotRefused() {
        assertThat(DisplayName.of("Marama Tipene").doubts("x@example.org")).containsExactly("identity.name.doubt.full");
        assertThat(DisplayName.of("tipene77").doubts("marama.tipene@example.org"))
                .containsExactly("identity.name.doubt.email");
        assertThat(DisplayName.of("Quiet Heron river").doubts("marama@example.org"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u202eevil", "x@y.example", "<b>", "line\nbreak", "   "})
    void namesThatTrickTheEyeAreRefused(String name) {
        assertThat(DisplayName.of(name).refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password123456",
                "qwertzuiopasdf",
                "aaaaaaaaaaaa",
                "123456789012",
                "iloveyou12345",
                "abcabcabcabc",
                "marama and the sea"
            })
    void whatEverybodyTriesFirstAndOnesOwnNameAreRefused(String password) {
        assertThat(Passwords.refusal(password, "Marama", "m@example.org")).isPresent();
    }

    @Test
    void lengthIsCountedInCodePointsFrom12To128() {
        assertThat(Passwords.refusal("🦦🦆🐦🐟🌿🌊🌙🍂🐚🕊🏔", "", "")).isPresent();
        assertThat(Passwords.refusal("🦦🦆🐦🐟🌿🌊🌙🍂🐚🕊🏔☀", "", "")).isEqualTo(Optional.empty());
        assertThat(Passwords.refusal("calm otters ".repeat(10) + "swim now", "", ""))
                .isEqualTo(Optional.empty());
        assertThat(Passwords.refusal("calm otters swim ".repeat(8), "", "")).isPresent();
    }

    @Test
    void theListOfCommonPasswordsIsLong() throws Exception {
        try (var list =
                java.util.Objects.requireNonNull(getClass().getResourceAsStream("/identity/common-passwords.txt"))) {
            assertThat(new String(list.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .count())
                    .isGreaterThan(3_000);
        }
    }

    @Test
    void twoLongPasswordsThatDifferAtTheirEndDiffer() {
        var passwords = new Passwords(SecurityConfiguration.argon());
        var hash = passwords.hash("x".repeat(100) + "one");
        assertThat(passwords.match("x".repeat(100) + "two", hash)).isFalse();
        assertThat(passwords.match("x".repeat(100) + "one", hash)).isTrue();
        assertThat(passwords.match("anything at all", null)).isFalse();
        assertThat(hash).startsWith("$argon2id$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@x.example,b@x.example", "a@x.example\nBcc: b@x.example", "no address", "a@@x", "@x.example"})
    void onlyOnePlainAddressIsAnAddress(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }
}
