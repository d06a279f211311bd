package kith.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.community.Role;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.practitioner.Practitioner;
import kith.practitioner.Practitioners;
import org.springframework.stereotype.Component;

/** A post that could harm somebody, on the round of those who host and of who advises about its part of the community. */
@Component
class DangerDuty implements DutyKind {
    static final String KIND = "danger";

    private final Glimpses glimpses;
    private final Practitioners practitioners;
    private final Clock clock;

    DangerDuty(Glimpses glimpses, Practitioners practitioners, Clock clock) {
        this.glimpses = glimpses;
        this.practitioners = practitioners;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "conversation.kind.danger";
    }

    @Override
    public boolean serves(Place place) {
        return place.hosts()
                || place.mayWrite()
                        && place.membership() != null
                        && place.membership().role() == Role.PRACTITIONER;
    }

    /** Our guess (a): reading, finding the source, a few kind words. */
    @Override
    public int minutes() {
        return 6;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byPost = duties.stream().collect(Collectors.toMap(DangerDuty::post, Function.identity(), (a, b) -> a));
        var own = own(place);
        return glimpses.posts(place.viewer(), byPost.keySet()).entrySet().stream()
                .filter(entry ->
                        entry.getValue().standing() && !entry.getValue().mine())
                .filter(entry -> place.hosts()
                        || own.filter(one -> inScope(one, entry.getValue())).isPresent())
                .collect(Collectors.toMap(
                        entry -> Objects.requireNonNull(byPost.get(entry.getKey()))
                                .id(),
                        entry -> row(entry.getValue())));
    }

    private Optional<Practitioner> own(Place place) {
        return place.hosts()
                ? Optional.empty()
                : practitioners.inAsHouse(place.community().id(), clock.instant()).stream()
                        .filter(one -> one.who().equals(place.self()))
                        .findFirst();
    }

    private static boolean inScope(Practitioner one, Post post) {
        return one.scope().isEmpty()
                || one.scope().contains(post.topic().section().slug());
    }

    private static Row row(Post post) {
        return new Row(
                post.author().card(),
                post.topic().title(),
                "conversation.danger.why",
                post.path() + "/corrections/new",
                "conversation.danger.act");
    }

    private static UUID post(Duty duty) {
        return UUID.fromString(duty.about().substring(duty.about().lastIndexOf('/') + 1));
    }
}
