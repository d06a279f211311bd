package kith.notification;

import java.util.Optional;
import java.util.UUID;
import kith.identity.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Switches mails off for whoever holds the signed address that stood in one of them, without signing in. */
@Component
class Silences {
    static final char TOPIC = 't';
    static final char DIGEST = 'd';

    private final Marks marks;
    private final Bundles bundles;
    private final Wishes wishes;
    private final Choices choices;
    private final NoticeKinds kinds;

    Silences(Marks marks, Bundles bundles, Wishes wishes, Choices choices, NoticeKinds kinds) {
        this.marks = marks;
        this.bundles = bundles;
        this.wishes = wishes;
        this.choices = choices;
        this.kinds = kinds;
    }

    /** What a signed address is about: somebody's topic, or ({@code bundle} missing) their digest. */
    record Silence(MemberId who, Optional<Bundle> bundle) {}

    String path(char of, UUID id) {
        return "/silences/" + of + marks.sign("silence " + of, id, "");
    }

    String digest(MemberId who) {
        return path(DIGEST, wishes.idOf(who));
    }

    Optional<Silence> find(String token) {
        return good(token, TOPIC)
                .flatMap(bundles::bundle)
                .map(bundle -> new Silence(bundle.who(), Optional.of(bundle)))
                .or(() -> good(token, DIGEST).flatMap(wishes::whose).map(who -> new Silence(who, Optional.empty())));
    }

    private Optional<UUID> good(String token, char of) {
        return token.isEmpty() || token.charAt(0) != of || !marks.good("silence " + of, token.substring(1), "")
                ? Optional.empty()
                : marks.id(token.substring(1));
    }

    /** No more mails of just this: the topic, or the digest. */
    @Transactional
    void create(Silence silence) {
        silence.bundle().ifPresentOrElse(bundle -> bundles.silence(bundle.id(), true), () -> digests(silence.who()));
    }

    /** No mails of the kind that this topic's first was, in its community; in the house they stay. */
    @Transactional
    void kind(Bundle bundle) {
        choices.choose(bundle.who(), bundle.community(), bundle.kind(), Way.HOUSE);
    }

    void all(MemberId who) {
        wishes.silence(who);
    }

    /** What was for the digest is in the house alone. */
    private void digests(MemberId who) {
        choices.undigest(who);
    }
}
