package kith.notification;

import java.util.List;
import java.util.Optional;
import kith.house.House;
import kith.house.HouseKey;
import org.springframework.stereotype.Component;

/** The operator's choice of a mailbox for answers; a demonstration house has none. The password is encrypted with the house's key. */
@Component
class AnswerSettings {
    private static final List<String> SETTINGS = List.of(
            "answer.address",
            "answer.host",
            "answer.port",
            "answer.secure",
            "answer.brought",
            "answer.user",
            "answer.password",
            "answer.read");
    static final String PURPOSE = "notification/imap";

    private final House house;
    private final PasswordBox passwords;

    AnswerSettings(House house, HouseKey key) {
        this.house = house;
        this.passwords = new PasswordBox(key.derive(PURPOSE));
    }

    /** The box that is in use. */
    Optional<AnswerBox> box() {
        return house.demo() ? Optional.empty() : kept();
    }

    Optional<AnswerBox> kept() {
        return house.setting("answer.host")
                .map(host -> new AnswerBox(
                        house.setting("answer.address").orElse(""),
                        host,
                        house.setting("answer.port").map(Integer::parseInt).orElse(993),
                        house.setting("answer.secure")
                                .map(Boolean::parseBoolean)
                                .orElse(true),
                        house.setting("answer.brought").isPresent(),
                        house.setting("answer.user").orElse(""),
                        house.setting("answer.password").map(passwords::open).orElse(null)));
    }

    void keep(AnswerBox box) {
        forget();
        house.set("answer.address", box.address());
        house.set("answer.port", Integer.toString(box.port()));
        house.set("answer.secure", Boolean.toString(box.secure()));
        house.set("answer.user", box.user());
        if (box.brought()) {
            house.set("answer.brought", "lmtp");
        }
        if (box.password() != null) {
            house.set("answer.password", passwords.close(box.password()));
        }
        house.set("answer.host", box.host());
    }

    void forget() {
        SETTINGS.forEach(house::forget);
    }

    boolean demo() {
        return house.demo();
    }

    /** Up to which mail the box was read: its UIDVALIDITY and a UID (RFC 9051, 2.3.1.1). */
    Optional<String> read() {
        return house.setting("answer.read");
    }

    void read(String upTo) {
        house.set("answer.read", upTo);
    }
}
