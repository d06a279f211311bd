package kith.setup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kith.community.CommunityId;
import kith.community.Gatherings;
import kith.community.Role;
import kith.identity.ArrivingAccounts;
import kith.identity.MemberId;
import kith.page.Frame;
import kith.practitioner.ArrivingPractitioners;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the members of a community that moves in their accounts and their belonging, some hundred at a time. */
@Component
class Newcomers {
    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);
    private final ArrivingAccounts accounts;
    private final Gatherings memberships;
    private final ArrivingPractitioners practitioners;
    private final Arrived arrived;
    private final TransactionTemplate transaction;

    Newcomers(
            ArrivingAccounts accounts,
            Gatherings memberships,
            ArrivingPractitioners practitioners,
            Arrived arrived,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.practitioners = practitioners;
        this.arrived = arrived;
        this.transaction = transaction;
    }

    /** A member and the line that tells of them. */
    record Told(long line, Moved.Member member) {}

    /** Brings them and adds their ids to {@code members}, by key. */
    void bring(CommunityId community, Guests guests, List<Told> told, Map<String, MemberId> members, Tally tally) {
        var known =
                arrived.find(community, told.stream().map(t -> t.member().key()).toList());
        var fresh = new ArrayList<Told>();
        for (var each : told) {
            var before = known.get(each.member().key());
            if (before == null) {
                fresh.add(each);
            } else {
                again(each, before, members, tally);
            }
        }
        if (!fresh.isEmpty() && !together(community, guests, fresh, members, tally)) {
            fresh.forEach(one -> alone(community, guests, one, members, tally));
        }
    }

    private void again(Told told, Arrived.Known before, Map<String, MemberId> members, Tally tally) {
        before.id().ifPresent(id -> members.put(told.member().key(), new MemberId(id)));
        if (before.id().isEmpty()) {
            tally.refuse(told.line(), "this member has left the house for good and stays away");
        } else if (arrived.same(before, told.member())) {
            tally.unchanged(1);
        } else {
            tally.refuse(told.line(), "this member has moved in before with other words; what is here stays");
        }
    }

    private void alone(CommunityId community, Guests guests, Told one, Map<String, MemberId> members, Tally tally) {
        if (!together(community, guests, List.of(one), members, tally)) {
            tally.refuse(one.line(), "the database did not take this member");
        }
    }

    private boolean together(
            CommunityId community, Guests guests, List<Told> told, Map<String, MemberId> members, Tally tally) {
        try {
            var ids = Optional.ofNullable(transaction.execute(status -> write(community, guests, told)))
                    .orElseThrow();
            for (var n = 0; n < told.size(); n++) {
                members.put(told.get(n).member().key(), ids.get(n).id());
                renamed(told.get(n), ids.get(n), tally);
            }
            tally.fresh(told.size());
            return true;
        } catch (DataAccessException e) {
            LOG.debug("a batch of members was not kept", e);
            return false;
        }
    }

    private static void renamed(Told told, ArrivingAccounts.Arrived now, Tally tally) {
        if (now.known()) {
            tally.note(told.line(), "this address has an account here already; the history becomes theirs");
        } else if (!now.name().equals(told.member().name().strip())) {
            tally.note(
                    told.line(),
                    "the name “%s” is taken or cannot be one here; “%s” now"
                            .formatted(told.member().name(), now.name()));
        }
    }

    private List<ArrivingAccounts.Arrived> write(CommunityId community, Guests guests, List<Told> told) {
        var ids = accounts.arriveAsHouse(
                told.stream().map(t -> account(t.member(), guests)).toList());
        var belonging = new ArrayList<Gatherings.Arrival>();
        var things = new HashMap<String, Arrived.Thing>();
        for (var n = 0; n < told.size(); n++) {
            var member = told.get(n).member();
            belonging.add(belonging(member, ids.get(n).id(), guests));
            things.put(
                    member.key(),
                    new Arrived.Thing(member.key(), member, ids.get(n).id().value()));
        }
        memberships.arriveAsHouse(community, belonging);
        belonging.forEach(arrival -> advise(community, arrival, guests));
        arrived.keep(community, List.copyOf(things.values()));
        return ids;
    }

    /** What was checked elsewhere is believed for three months, in which somebody checks it here; what is imagined, for a year. */
    private void advise(CommunityId community, Gatherings.Arrival arrival, Guests guests) {
        if (arrival.role() == Role.PRACTITIONER && !arrival.profession().isBlank()) {
            var today = LocalDate.now(ZoneOffset.UTC);
            practitioners.arriveAsHouse(
                    community,
                    new ArrivingPractitioners.Arrival(
                            arrival.member(),
                            arrival.profession(),
                            LocalDate.ofInstant(arrival.since(), ZoneOffset.UTC),
                            today.plusDays(guests.imagined() ? 365 : 90)));
        }
    }

    private static ArrivingAccounts.Arrival account(Moved.Member member, Guests guests) {
        return new ArrivingAccounts.Arrival(
                member.name(),
                guests.email(member),
                Locale.forLanguageTag(or(member.language(), "en")),
                or(member.timezone(), "UTC"),
                face(member),
                guests.at("joined", member.joined()),
                guests.imagined());
    }

    private static Gatherings.Arrival belonging(Moved.Member member, MemberId id, Guests guests) {
        return new Gatherings.Arrival(
                id,
                member.as(),
                guests.at("joined", member.joined()),
                guests.imagined(),
                Json.limited("profession", member.profession(), 60),
                Json.limited("about", member.about(), 1_000),
                member.told());
    }

    private static String face(Moved.Member member) {
        return Frame.FACES.contains(or(member.face(), ""))
                ? or(member.face(), "")
                : Frame.FACES.get(Math.floorMod(member.key().hashCode(), Frame.FACES.size()));
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given.strip();
    }
}
