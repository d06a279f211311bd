package kith.setup;

import java.time.Clock;
import java.util.List;
import kith.identity.ArrivingAccounts;
import kith.identity.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two names under which imported questions and their reference answers stand; nobody can sign in to them, and they belong to no community. */
@Component
class ImportedVoices {
    private final ArrivingAccounts accounts;
    private final Arrived arrived;
    private final Clock clock;

    ImportedVoices(ArrivingAccounts accounts, Arrived arrived, Clock clock) {
        this.accounts = accounts;
        this.arrived = arrived;
        this.clock = clock;
    }

    /** Who asked. */
    @Transactional
    public MemberId asked() {
        return voice("Asked of the U.S. NLM", "shell");
    }

    /** Who answered. */
    @Transactional
    public MemberId answered() {
        return voice("NLM reference answer", "lamp");
    }

    private MemberId voice(String name, String face) {
        var key = "voice/" + name;
        return arrived.find(Arrived.HOUSE, key)
                .flatMap(Arrived.Known::id)
                .map(MemberId::new)
                .orElseGet(() -> {
                    var voice = ArrivingAccounts.Arrival.voice(name, face, clock.instant());
                    var id = accounts.arriveAsHouse(List.of(voice)).getFirst().id();
                    arrived.keep(Arrived.HOUSE, List.of(new Arrived.Thing(key, name, id.value())));
                    return id;
                });
    }
}
