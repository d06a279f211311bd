package kith.identity;

import java.util.List;
import kith.audit.AuditLog;
import kith.house.ErasedFile;
import kith.house.HouseProblem;
import kith.house.Installation;
import kith.page.Refusal;
import kith.page.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Removes a person from the whole house in one transaction: every module its part, the account last. The id stays, so that nobody ever gets it again. */
@Component
class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final ObjectProvider<PersonalData> parts;
    private final AccountData account;
    private final JdbcClient sql;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ErasedFile file;

    Erasures(
            ObjectProvider<PersonalData> parts,
            AccountData account,
            JdbcClient sql,
            AuditLog audit,
            ApplicationEventPublisher events,
            Installation installation) {
        this.parts = parts;
        this.account = account;
        this.sql = sql;
        this.audit = audit;
        this.events = events;
        this.file = new ErasedFile(installation.home());
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
        remove(who, "");
        noteAfterwards(who);
        return true;
    }

    /** Keeps the promise to somebody whom a restored backup brought back, be they the only operator: {@code bin/kith invite} makes another. */
    @Transactional
    public void eraseAgain(MemberId who) {
        remove(who, "again after a restore");
    }

    private void remove(MemberId who, String detail) {
        parts.orderedStream().filter(part -> part != account).forEach(part -> part.erase(who));
        account.erase(who);
        audit.note(null, "account.erased", "account " + who, detail);
        events.publishEvent(new MemberErased(who));
    }

    /** Outside the database, for the day when an older backup is restored. What cannot be written now is written when the house opens next. */
    private void noteAfterwards(MemberId who) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    file.add(List.of(who.value()));
                } catch (HouseProblem e) {
                    LOG.warn("an erasure could not be noted in the home yet", e);
                }
            }
        });
    }
}
