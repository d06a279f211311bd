package kith.duty;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kith.community.Absences;
import kith.community.Rotas;
import kith.identity.Accounts;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who comes next where somebody does not come to a duty: nobody whom it is about, and nobody in a community that they left. */
@Component
class Relief {
    private final JdbcClient sql;
    private final RoundHands hands;
    private final Rotas rotas;
    private final Absences absences;
    private final Accounts accounts;

    Relief(JdbcClient sql, RoundHands hands, Rotas rotas, Absences absences, Accounts accounts) {
        this.sql = sql;
        this.hands = hands;
        this.rotas = rotas;
        this.absences = absences;
        this.accounts = accounts;
    }

    boolean may(Duty duty, MemberId who) {
        return hands.serves(duty, who);
    }

    /** Who is given it next, as its kind says. */
    Optional<MemberId> next(Duty duty, Instant now) {
        return hands.next(duty, now, () -> usual(duty, now)).filter(who -> hands.serves(duty, who));
    }

    /** Who was named as next or covers for them, else somebody on call who does not hold it. */
    private Optional<MemberId> usual(Duty duty, Instant now) {
        var away = absences.awayAsHouse(duty.community(), now);
        var holder = duty.holder(now);
        var named = Optional.ofNullable(duty.plan().next()).flatMap(next -> away.getOrDefault(next, Optional.of(next)));
        return Stream.concat(named.stream(), rotas.onCallAsHouse(duty.community(), now).stream())
                .filter(who -> !holder.equals(Optional.of(who)))
                .filter(Predicate.not(away::containsKey))
                .filter(who -> hands.serves(duty, who))
                .findFirst();
    }

    Stream<MemberId> managers(Duty duty) {
        return sql
                .sql(
                        "select account_id from community.belonging where community_id = :community and role = 'MANAGER' and standing = 'ACTIVE'")
                .param("community", duty.community().value())
                .query((row, n) -> new MemberId(row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .filter(who -> hands.serves(duty, who));
    }

    Stream<MemberId> operators(Duty duty) {
        return accounts.operatorsAsHouse().stream().filter(who -> !who.equals(duty.barred()));
    }
}
