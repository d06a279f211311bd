package kith.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class HouseDoorTest {
    @Autowired
    House house;

    @Autowired
    HouseKey key;

    @Autowired(required = false)
    List<Command> commands = List.of();

    @Test
    void helpKnowsTheCommandsOfAllModules() {
        assertThat(HelpCommand.lines())
                .extracting(HelpCommand.Line::name)
                .containsAll(commands.stream().map(Command::name).toList());
    }

    @Test
    void anEmptyHouseHasNoNameUntilItsOperatorGivesOne() {
        assertThat(house.name()).isEmpty();
        house.rename("Harbour");
        assertThat(house.name()).contains("Harbour");
    }

    @Test
    void theAddressKeepsNoSlash() {
        house.moveTo(URI.create("https://harbour.example/"));
        assertThat(house.address()).contains(URI.create("https://harbour.example"));
    }

    @Test
    void aChoiceIsKeptChangedAndForgotten() {
        house.set("mail.host", "localhost");
        house.set("mail.host", "mail.example");
        assertThat(house.setting("mail.host")).contains("mail.example");
        house.forget("mail.host");
        assertThat(house.setting("mail.host")).isEmpty();
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        assertThat(key.derive("identity/totp")).hasSize(32).isEqualTo(key.derive("identity/totp"));
        assertThat(key.derive("identity/totp")).isNotEqualTo(key.derive("identity/link"));
    }
}
