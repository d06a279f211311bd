package kith.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.Communities;
import kith.community.InPlace;
import kith.community.Place;
import kith.duty.Duties;
import kith.duty.Duty;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A question that waits, without its words: who could answer it and why they are or are not asked. Managers give it to somebody by hand, practitioners take it. */
@Controller
@For(Audience.MEMBERS)
class WaitingController {
    private final JdbcClient sql;
    private final Communities communities;
    private final Standing standing;
    private final Routes routes;
    private final Duties duties;
    private final Clock clock;

    WaitingController(
            JdbcClient sql, Communities communities, Standing standing, Routes routes, Duties duties, Clock clock) {
        this.sql = sql;
        this.communities = communities;
        this.standing = standing;
        this.routes = routes;
        this.duties = duties;
        this.clock = clock;
    }

    /** What somebody who need not read it may know of a question. */
    public record WaitingPage(
            Place place,
            QuestionId id,
            String section,
            boolean closed,
            Instant since,
            Instant due,
            List<Routing.Weighed> all,
            @Nullable MemberId holder,
            boolean manages,
            Instant now)
            implements Page, InPlace {}

    private record One(
            String section,
            String slug,
            String language,
            boolean closed,
            UUID asker,
            boolean anonymous,
            Instant since,
            Instant due) {
        Routing routing(Instant now) {
            return new Routing(slug, language, closed, now);
        }
    }

    @GetMapping("/questions/{slug}/waiting/{id}")
    Answer show(Viewer viewer, @PathVariable String slug, @PathVariable QuestionId id) {
        var place = here(viewer, slug);
        var one = one(place, id);
        var now = clock.instant();
        return new WaitingPage(
                place,
                id,
                one.section(),
                one.closed(),
                one.since(),
                one.due(),
                standing.weighed(place.community().id(), one.routing(now)).stream()
                        .filter(each -> one.anonymous()
                                || !each.candidate().who().value().equals(one.asker()))
                        .toList(),
                held(place, id).flatMap(duty -> duty.holder(now)).orElse(null),
                place.manages(),
                now);
    }

    /** A manager gives it to somebody; a practitioner takes it where nobody holds it. */
    @PostMapping("/questions/{slug}/waiting/{id}")
    Answer update(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable QuestionId id,
            @RequestParam(defaultValue = "") String to) {
        var place = here(viewer, slug);
        var one = one(place, id);
        var now = clock.instant();
        var chosen = standing.weighed(place.community().id(), one.routing(now)).stream()
                .filter(each -> each.why() != Routing.Why.FULL && each.why() != Routing.Why.AWAY)
                .map(each -> each.candidate().who())
                .filter(who -> who.toString().equals(to))
                .filter(who -> one.anonymous() || !who.value().equals(one.asker()))
                .filter(who -> place.manages()
                        || viewer.is(who)
                                && held(place, id)
                                        .flatMap(duty -> duty.holder(now))
                                        .isEmpty())
                .findFirst()
                .orElseThrow(NotHere::new);
        var taken = viewer.is(chosen);
        // Who asked anonymously is among those who could answer, or their absence would tell; they are as unable as
        // somebody whose hands are full.
        var held = !chosen.value().equals(one.asker())
                && routes.hold(
                        id.value(), place.community().id(), chosen, taken ? "TAKEN" : "BY_HAND", viewer.member());
        return held
                ? new SeeOther(
                        taken ? "/question/" + id : place.path("questions") + "/waiting/" + id,
                        taken ? "advice.taken" : "advice.given")
                : new SeeOther(
                        place.path("questions") + "/waiting/" + id, taken ? "advice.taken.full" : "advice.given.not");
    }

    private Place here(Viewer viewer, String slug) {
        var place = communities.find(viewer, slug);
        if (!place.manages() && !Question.advises(place)) {
            throw new NotHere();
        }
        return place;
    }

    private Optional<Duty> held(Place place, QuestionId id) {
        return duties.find(place, QuestionDuty.cause(id.value()));
    }

    private One one(Place place, QuestionId id) {
        return sql.sql("""
                        select s.name, s.slug, coalesce(nullif(q.language, ''), g.language) as language, q.closed, q.asker, q.anonymous, q.waits_since, q.due_at
                        from advice.question q join community.section_name s on s.id = q.section_id join community.tongue g on g.id = q.community_id
                        where q.id = :id and q.community_id = :community and q.state = 'ASKED' and q.asker is not null and q.asker <> :self""")
                .param("id", id.value())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> new One(
                        row.getString("name"),
                        row.getString("slug"),
                        row.getString("language"),
                        row.getBoolean("closed"),
                        row.getObject("asker", UUID.class),
                        row.getBoolean("anonymous"),
                        QuestionRows.instant(row, "waits_since"),
                        QuestionRows.instant(row, "due_at")))
                .optional()
                .orElseThrow(NotHere::new);
    }
}
