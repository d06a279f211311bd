package kith.notification;

import java.time.Clock;
import java.util.function.Function;
import kith.identity.Accounts;
import kith.identity.MemberId;
import org.springframework.stereotype.Component;

/** By which way news goes to somebody now: as they chose, as far as mail reaches them, and in a pause into the digest of their first day back. */
@Component
class Ways {
    private final Choices choices;
    private final NoticeKinds kinds;
    private final Bounces bounces;
    private final Smtp smtp;
    private final Clock clock;

    Ways(Choices choices, NoticeKinds kinds, Bounces bounces, Smtp smtp, Clock clock) {
        this.choices = choices;
        this.kinds = kinds;
        this.bounces = bounces;
        this.smtp = smtp;
        this.clock = clock;
    }

    Reach reach(String kind) {
        return kinds.find(kind).map(NoticeKind::reach).orElse(Reach.COMMUNITY);
    }

    /** The way of each kind for news of one topic. */
    Function<String, Way> of(Bundle bundle, Accounts.Reach reach, Wish wish) {
        var mailed = !bundle.silenced() && mailed(bundle.who(), reach.email(), wish);
        var paused = wish.paused(clock.instant(), reach.zone());
        return kind -> {
            var chosen = kinds.find(kind)
                    .map(known -> choices.way(bundle.who(), bundle.community(), known))
                    .orElse(Way.NONE);
            return chosen.compareTo(Way.HOUSE) <= 0 ? chosen : !mailed ? Way.HOUSE : paused ? Way.DIGEST : chosen;
        };
    }

    /** Whether mails of notices go to them at all. */
    boolean mailed(MemberId who, String email, Wish wish) {
        return wish.mails() && smtp.server().isPresent() && !bounces.stopped(who, email);
    }
}
