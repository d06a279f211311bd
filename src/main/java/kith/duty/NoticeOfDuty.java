package kith.duty;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** Somebody waits for the reader, or for their community; it says nothing any more once it is done. */
@Component
class NoticeOfDuty implements NoticeKind {
    static final String KIND = "duty.waits";

    private final Callings callings;
    private final DutyRows duties;
    private final RoundHands hands;
    private final Rounds rounds;
    private final Phrases phrases;

    NoticeOfDuty(Callings callings, DutyRows duties, RoundHands hands, Rounds rounds, Phrases phrases) {
        this.callings = callings;
        this.duties = duties;
        this.hands = hands;
        this.rounds = rounds;
        this.phrases = phrases;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> abouts) {
        return abouts.isEmpty()
                ? Map.of()
                : hands.viewerAsHouse(reader)
                        .map(viewer -> words(viewer, callings.to(reader, abouts)))
                        .orElse(Map.of());
    }

    private Map<UUID, NoticeWords> words(Viewer viewer, Map<UUID, Callings.Telling> told) {
        var open = duties
                .some(told.values().stream().map(one -> one.duty().value()).toList())
                .stream()
                .collect(Collectors.toMap(Duty::id, Function.identity()));
        var words = new HashMap<UUID, NoticeWords>();
        told.forEach((id, one) -> Optional.ofNullable(open.get(one.duty()))
                .filter(duty -> !viewer.is(duty.barred()))
                .flatMap(duty -> words(viewer, one, duty))
                .ifPresent(said -> words.put(id, said)));
        return words;
    }

    private Optional<NoticeWords> words(Viewer viewer, Callings.Telling one, Duty duty) {
        if (one.stage().equals(Stage.OPERATOR.name())) {
            return duties.name(duty.community()).map(name -> say(viewer, "house", name, "/communities"));
        }
        return hands.placeAsHouse(duty.community(), viewer.member())
                .filter(rounds::walks)
                .flatMap(place -> Optional.ofNullable(
                                rounds.rows(place, List.of(duty)).get(duty.id()))
                        .map(row ->
                                say(viewer, one.stage().toLowerCase(java.util.Locale.ROOT), row.what(), "/rounds")));
    }

    private NoticeWords say(Viewer viewer, String key, String what, String path) {
        return new NoticeWords(phrases.say(viewer.locale(), phrase() + "." + key, what), path, "", "", "");
    }
}
