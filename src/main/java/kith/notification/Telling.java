package kith.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.Status;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells one member of one topic outside the house: by mail, by their devices' bell, in their digest, or not, as they chose and as they may see it now. */
@Component
class Telling {
    private final Bundles bundles;
    private final Wishes wishes;
    private final Ways ways;
    private final Sight sight;
    private final NoticeMails mails;
    private final Accounts accounts;
    private final ObjectProvider<Bell> bells;
    private final Clock clock;

    Telling(
            Bundles bundles,
            Wishes wishes,
            Ways ways,
            Sight sight,
            NoticeMails mails,
            Accounts accounts,
            ObjectProvider<Bell> bells,
            Clock clock) {
        this.bundles = bundles;
        this.wishes = wishes;
        this.ways = ways;
        this.sight = sight;
        this.mails = mails;
        this.accounts = accounts;
        this.bells = bells;
        this.clock = clock;
    }

    /** Does nothing where the topic was read meanwhile; in quiet hours it waits for their end. */
    @Transactional
    void tell(UUID id) {
        bundles.waiting(id)
                .ifPresent(bundle -> accounts.reachAsHouse(bundle.who())
                        .filter(reach -> reach.status() == Status.ACTIVE)
                        .ifPresentOrElse(reach -> tell(bundle, reach), () -> bundles.ringAt(id, null)));
    }

    private void tell(Bundle bundle, Accounts.Reach reach) {
        var wish = wishes.of(bundle.who());
        var quiet = wish.quietUntil(clock.instant(), reach.zone());
        if (quiet.isEmpty()) {
            carry(bundle, reach, wish);
        }
        bundles.ringAt(bundle.id(), quiet.orElse(null));
    }

    private void carry(Bundle bundle, Accounts.Reach reach, Wish wish) {
        var fresh = bundles.fresh(bundle);
        var seen = sight.of(bundle.who(), fresh).keySet();
        var sorted = sort(bundle, reach, wish, fresh.stream().filter(one -> seen.contains(one.id())).toList());
        bundles.settle(fresh, "DONE", null);
        mail(bundle, reach, sorted.get(Way.AT_ONCE));
        digest(reach, wish, sorted.get(Way.DIGEST));
        if (!wish.paused(clock.instant(), reach.zone())) {
            ring(bundle, sorted.get(Way.AT_ONCE), sorted.get(Way.HOUSE));
        }
    }

    private Map<Way, List<Notice>> sort(Bundle bundle, Accounts.Reach reach, Wish wish, List<Notice> seen) {
        var sorted = new EnumMap<Way, List<Notice>>(Way.class);
        List.of(Way.values()).forEach(way -> sorted.put(way, new ArrayList<>()));
        var how = ways.of(bundle, reach, wish);
        seen.forEach(one -> sorted.get(how.apply(one.kind())).add(one));
        return sorted;
    }

    private void mail(Bundle bundle, Accounts.Reach reach, List<Notice> notices) {
        if (!notices.isEmpty()) {
            bundles.settle(notices, "DONE", mails.ofTopic(bundle, reach));
        }
    }

    private void digest(Accounts.Reach reach, Wish wish, List<Notice> notices) {
        if (!notices.isEmpty()) {
            bundles.settle(notices, "DIGEST", null);
            wishes.digest(reach.id(), wish.digestAfter(clock.instant(), reach.zone()));
        }
    }

    /** Once a topic, with the nearest of its newest. */
    private void ring(Bundle bundle, Collection<Notice> mailed, Collection<Notice> here) {
        var all = new ArrayList<>(here);
        all.addAll(mailed);
        if (!all.isEmpty()) {
            var newest = all.getLast();
            bells.forEach(bell -> bell.ring(bundle.who(), newest.id(), ways.reach(newest.kind())));
        }
    }
}
