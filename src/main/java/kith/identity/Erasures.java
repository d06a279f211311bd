package kith.identity;

import java.util.List;
import kith.audit.AuditLog;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes a person from the whole house in one transaction: every module its part, the account last. The id stays, so that nobody ever gets it again. */
@Component
class Erasures {
    private final ObjectProvider<PersonalData> parts;
    private final AccountData account;
    private final JdbcClient sql;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Erasures(
            ObjectProvider<PersonalData> parts,
            AccountData account,
            JdbcClient sql,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.parts = parts;
        this.account = account;
        this.sql = sql;
        this.audit = audit;
        this.events = events;
    }

    /** The modules that keep something, for the page that shows what goes. */
    List<String> modules() {
        return parts.stream().map(PersonalData::module).sorted().toList();
    }

    /** Somebody has to keep the house: its last operator is asked to find another first. */
    Refusals refusals(MemberId who) {
        return lastOperator(who) ? Refusals.of(Refusal.of("identity.erasure.last-operator")) : Refusals.NONE;
    }

    private boolean lastOperator(MemberId who) {
        var operators = sql.sql("select id from identity.account where operator and status = 'ACTIVE' for update")
                .query(java.util.UUID.class)
                .list();
        return operators.equals(List.of(who.value()));
    }

    /** Erases; false for the last operator, who stays. */
    @Transactional
    public boolean erase(MemberId who) {
        if (lastOperator(who)) {
            return false;
        }
        parts.stream().filter(part -> part != account).forEach(part -> part.erase(who));
        account.erase(who);
        audit.note(null, "account.erased", "account " + who, "");
        events.publishEvent(new MemberErased(who));
        return true;
    }
}
