package kith.live;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import kith.identity.MemberId;
import org.springframework.stereotype.Component;

/** Everybody hears what concerns them alone, and nobody else does. */
@Component
class OwnChannel implements LivePart {
    private static final String NOUN = "member";

    static Channel of(MemberId who) {
        return Channel.of(NOUN, who.value());
    }

    @Override
    public String noun() {
        return NOUN;
    }

    @Override
    public Set<Ear> hearing(Collection<Ear> asked) {
        return asked.stream().filter(ear -> ear.who().value().equals(ear.key())).collect(Collectors.toSet());
    }
}
