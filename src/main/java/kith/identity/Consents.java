package kith.identity;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.identity.Consent.Kind;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of consents: each with the version, hash and language of the text that was read; rows are added and ended, never changed. */
@Component
public class Consents {
    /** Of the texts under {@code identity.consent.*.text}; raise it when their meaning changes. */
    static final String VERSION = "2026-11";

    private final JdbcClient sql;
    private final Phrases phrases;
    private final AuditLog audit;

    Consents(JdbcClient sql, Phrases phrases, AuditLog audit) {
        this.sql = sql;
        this.phrases = phrases;
        this.audit = audit;
    }

    /** Whether a member agrees at this moment. */
    public boolean stands(MemberId who, Kind kind) {
        return sql.sql(
                        "select exists (select from identity.consent where account_id = :id and kind = :kind and withdrawn_at is null)")
                .param("id", who.value())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    void give(MemberId who, Kind kind, Locale locale) {
        sql.sql("""
                        insert into identity.consent (id, account_id, kind, version, text_hash, locale)
                        values (:id, :account, :kind, :version, :hash, :locale) on conflict do nothing""")
                .param("id", Ids.next())
                .param("account", who.value())
                .param("kind", kind.name())
                .param("version", VERSION)
                .param("hash", Sessions.hash(phrases.say(locale, kind.key() + ".text")))
                .param("locale", locale.toLanguageTag())
                .update();
    }

    /** Ends a consent of the viewer's; another's is not there. */
    @Transactional
    public boolean withdraw(Viewer viewer, UUID id) {
        var done = sql.sql(
                                "update identity.consent set withdrawn_at = now() where id = :id and account_id = :account and withdrawn_at is null")
                        .param("id", id)
                        .param("account", viewer.member().value())
                        .update()
                == 1;
        if (done) {
            audit.note(viewer.member().value(), "consent.withdrawn", "consent " + id, "");
        }
        return done;
    }

    List<Consent> of(Viewer viewer) {
        return sql.sql(
                        "select id, kind, version, locale, given_at, withdrawn_at from identity.consent where account_id = :account order by id desc limit 100")
                .param("account", viewer.member().value())
                .query((row, n) -> new Consent(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("version"),
                        row.getString("locale"),
                        Rows.instant(row, "given_at"),
                        Rows.maybe(row, "withdrawn_at")))
                .list();
    }
}
