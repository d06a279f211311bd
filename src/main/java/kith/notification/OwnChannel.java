package kith.notification;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import kith.live.Ear;
import kith.live.LivePart;
import org.springframework.stereotype.Component;

/** What is a member's own is heard by that member alone. */
@Component
class OwnChannel implements LivePart {
    @Override
    public String noun() {
        return "member";
    }

    @Override
    public Set<Ear> hearing(Collection<Ear> asked) {
        return asked.stream()
                .filter(ear -> ear.who().value().equals(ear.key()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
