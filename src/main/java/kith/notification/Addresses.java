package kith.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kith.identity.HouseAddress;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The addresses that a mail of notices carries: what it belongs to, where it is switched off with one click, where answers and returned mails go. */
@Component
class Addresses {
    private final HouseAddress address;
    private final Marks marks;
    private final Silences silences;
    private final Bounces bounces;
    private final ObjectProvider<MailDoor> doors;

    Addresses(
            HouseAddress address, Marks marks, Silences silences, Bounces bounces, ObjectProvider<MailDoor> doors) {
        this.address = address;
        this.marks = marks;
        this.silences = silences;
        this.bounces = bounces;
        this.doors = doors;
    }

    /** The headers of a mail about a topic; those of one topic and reader name the same first mail, which never was (RFC 5322, 3.6.4). */
    Map<String, String> topic(Bundle bundle, Notice newest) {
        var headers = headers(silence(bundle));
        var first = "<%s@%s>"
                .formatted(marks.hidden("thread", bundle.who().value(), bundle.thread()), address.host());
        headers.put("In-Reply-To", first);
        headers.put("References", first);
        door(door -> door.answers(bundle.who(), newest.kind(), bundle.thread(), newest.about()))
                .ifPresent(answers -> headers.put("Reply-To", answers));
        return headers;
    }

    Map<String, String> digest(MemberId who) {
        return headers(silence(who));
    }

    String silence(Bundle bundle) {
        return address.of(silences.path(Silences.TOPIC, bundle.id()));
    }

    String silence(MemberId who) {
        return address.of(silences.digest(who));
    }

    /** What RFC 8058 and RFC 2369 ask for, in words that tell nothing of what the house is for. */
    private Map<String, String> headers(String silence) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("List-Id", "Kith <notices." + address.host() + ">");
        headers.put("List-Unsubscribe", "<" + silence + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return headers;
    }

    @Nullable String returns(Waiting mail) {
        return mail.who() == null ? null : returns(mail.id(), mail.address());
    }

    @Nullable String returns(UUID mail, String to) {
        return door(door -> door.returns(bounces.tag(mail, to))).orElse(null);
    }

    private Optional<String> door(Function<MailDoor, Optional<String>> ask) {
        return doors.stream().flatMap(door -> ask.apply(door).stream()).findFirst();
    }
}
