package kith.notification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of news that the modules above know; asked for late, because they know this module. */
@Component
class NoticeKinds {
    private final ObjectProvider<NoticeKind> kinds;

    NoticeKinds(ObjectProvider<NoticeKind> kinds) {
        this.kinds = kinds;
    }

    /** All of them, the nearest first. */
    List<NoticeKind> all() {
        return kinds.orderedStream()
                .sorted(Comparator.comparing(NoticeKind::reach).thenComparing(NoticeKind::kind))
                .toList();
    }

    Optional<NoticeKind> find(String kind) {
        return kinds.stream().filter(known -> known.kind().equals(kind)).findFirst();
    }
}
