package kith.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.identity.MemberId;
import org.springframework.stereotype.Component;

/** What a reader may see of notices now: asks each kind once, whatever their number. */
@Component
class Sight {
    private final NoticeKinds kinds;

    Sight(NoticeKinds kinds) {
        this.kinds = kinds;
    }

    /** The words of each notice by its id; what may not be seen is missing. */
    Map<UUID, NoticeWords> of(MemberId reader, Collection<Notice> notices) {
        var seen = new HashMap<UUID, NoticeWords>();
        notices.stream()
                .collect(Collectors.groupingBy(Notice::kind))
                .forEach((kind, those) -> kinds.find(kind).ifPresent(known -> look(known, reader, those, seen)));
        return seen;
    }

    private static void look(NoticeKind kind, MemberId reader, List<Notice> notices, Map<UUID, NoticeWords> seen) {
        var words = kind.words(
                reader, notices.stream().map(Notice::about).distinct().toList());
        notices.stream()
                .filter(notice -> words.containsKey(notice.about()))
                .forEach(notice -> seen.put(notice.id(), words.get(notice.about())));
    }
}
