package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kith.community.CommunityId;
import kith.community.SectionId;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Risk;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.practitioner.Mark;
import kith.practitioner.Practitioners;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts pieces of an imagined past into a demonstration house. */
@Component
public class LivedPieces {
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Practitioners practitioners;
    private final Duties duties;
    private final Clock clock;

    LivedPieces(JdbcClient sql, JsonMapper json, Practitioners practitioners, Duties duties, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.practitioners = practitioners;
        this.duties = duties;
        this.clock = clock;
    }

    /** A piece that was written so many days ago; one without a reviewer waits for them. */
    public record Past(
            MemberId writer,
            @Nullable MemberId reviewer,
            String title,
            String body,
            List<Entry.Source> sources,
            int days,
            int validDays) {}

    @Transactional
    public void addAsHouse(CommunityId community, SectionId section, Past past) {
        var id = Ids.next();
        var now = clock.instant();
        var written = now.minus(Duration.ofDays(past.days()));
        sql.sql("""
                        insert into advice.piece (id, community_id, section_id, writer, profession, language, title, body, sources, valid_until, state, changed_at,
                            reviewer, reviewed_at)
                        values (:id, :here, :section, :writer, :profession, '', :title, :body, :sources::jsonb, :until, :state, :at, :reviewer,
                            cast(:reviewed as timestamptz))""")
                .param("id", id)
                .param("here", community.value())
                .param("section", section.value())
                .param("writer", past.writer().value())
                .param(
                        "profession",
                        practitioners
                                .valid(past.writer(), community, now)
                                .map(Mark::profession)
                                .orElse(""))
                .param("title", past.title())
                .param("body", past.body())
                .param("sources", json.writeValueAsString(past.sources()))
                .param("until", LocalDate.ofInstant(now, UTC).plusDays(past.validDays()))
                .param("state", past.reviewer() == null ? "READING" : "OUT")
                .param("at", written.atOffset(UTC))
                .param(
                        "reviewer",
                        past.reviewer() == null ? null : past.reviewer().value(),
                        java.sql.Types.OTHER)
                .param(
                        "reviewed",
                        past.reviewer() == null
                                ? null
                                : written.plus(Duration.ofHours(20)).atOffset(UTC))
                .update();
        if (past.reviewer() == null) {
            duties.open(new NewDuty(
                    community,
                    ReadingDuty.KIND,
                    ReadingDuty.cause(id, 1),
                    Risk.ROUTINE,
                    past.writer(),
                    past.writer(),
                    "/piece/" + id,
                    written,
                    written.plus(Duration.ofDays(7))));
        }
    }
}
