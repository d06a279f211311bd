package kith.notification;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.identity.MemberId;

/** A kind of news of which a test says what may be seen. */
record ToldKind(String kind, Reach reach, Map<UUID, NoticeWords> visible) implements NoticeKind {
    static ToldKind of(String kind, Reach reach) {
        return new ToldKind(kind, reach, new ConcurrentHashMap<>());
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> abouts) {
        return abouts.stream()
                .filter(visible::containsKey)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), visible::get));
    }

    @Override
    public String phrase() {
        return "notification.test";
    }
}
