package kith.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.identity.Accounts;
import kith.identity.Status;
import org.springframework.stereotype.Component;

/** Makes a waiting mail ready to be handed in: gives one of notices its words, or finds that it has nothing more to tell. */
@Component
class Composing {
    private final Bundles bundles;
    private final Wishes wishes;
    private final Ways ways;
    private final Sight sight;
    private final NoticeLetters letters;
    private final Addresses addresses;
    private final Accounts accounts;

    Composing(
            Bundles bundles,
            Wishes wishes,
            Ways ways,
            Sight sight,
            NoticeLetters letters,
            Addresses addresses,
            Accounts accounts) {
        this.bundles = bundles;
        this.wishes = wishes;
        this.ways = ways;
        this.sight = sight;
        this.letters = letters;
        this.addresses = addresses;
        this.accounts = accounts;
    }

    /** Nothing where all that it was to tell is read, gone or not wished for any more. */
    Optional<Outgoing> of(Waiting mail) {
        if (mail.letter()) {
            return Optional.of(new Outgoing(
                    mail.id(), mail.address(), mail.locale(), mail.written(), Map.of(), addresses.returns(mail)));
        }
        return Optional.ofNullable(mail.who())
                .flatMap(accounts::reachAsHouse)
                .filter(reach -> reach.status() == Status.ACTIVE)
                .flatMap(reach -> notices(mail, reach));
    }

    private Optional<Outgoing> notices(Waiting mail, Accounts.Reach reach) {
        var wish = wishes.of(reach.id());
        var notices = bundles.mailed(mail.id());
        var seen = sight.of(reach.id(), notices);
        var told = notices.stream()
                .flatMap(one -> Optional.ofNullable(seen.get(one.id())).map(words -> new Told(one, words)).stream())
                .toList();
        if (told.isEmpty() || !ways.mailed(reach.id(), reach.email(), wish)) {
            return Optional.empty();
        }
        return mail.bundle() == null
                ? Optional.of(digest(mail, reach, told, wish))
                : bundles.bundle(told.getLast().notice().bundle())
                        .filter(bundle -> !bundle.silenced())
                        .map(bundle -> topic(mail, reach, bundle, told, wish));
    }

    private Outgoing topic(Waiting mail, Accounts.Reach reach, Bundle bundle, List<Told> told, Wish wish) {
        var headers = addresses.topic(bundle, told.getLast().notice());
        var written = letters.topic(
                reach.locale(), told, wish.words(), addresses.silence(bundle), headers.containsKey("Reply-To"));
        return outgoing(mail, reach, written, headers);
    }

    private Outgoing digest(Waiting mail, Accounts.Reach reach, List<Told> told, Wish wish) {
        var headers = addresses.digest(reach.id());
        var written = letters.digest(reach.locale(), told, wish.words(), addresses.silence(reach.id()));
        return outgoing(mail, reach, written, headers);
    }

    private Outgoing outgoing(Waiting mail, Accounts.Reach reach, Written written, Map<String, String> headers) {
        return new Outgoing(
                mail.id(),
                reach.email(),
                reach.locale().toLanguageTag(),
                written,
                headers,
                addresses.returns(mail.id(), reach.email()));
    }

    /** One notice with what may be said of it. */
    record Told(Notice notice, NoticeWords words) {}
}
