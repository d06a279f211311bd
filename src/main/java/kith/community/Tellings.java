package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members told about themselves in answer to their community's questions: theirs to see whole, others' only where they share it. */
@Component
class Tellings {
    private final JdbcClient sql;

    Tellings(JdbcClient sql) {
        this.sql = sql;
    }

    /** All that the viewer told here, by question. */
    Map<String, Told> own(Place place) {
        return byQuestion(
                sql.sql("select * from community.answer where community_id = :community and account_id = :member")
                        .param("community", place.community().id().value())
                        .param("member", place.self().value())
                        .query((row, n) -> told(row))
                        .list());
    }

    /** What another member shares here, by question. */
    Map<String, Told> shared(Place place, MemberId who) {
        return byQuestion(sql.sql("""
                        select * from community.answer where community_id = :community and account_id = :member and shared
                        """)
                .param("community", place.community().id().value())
                .param("member", who.value())
                .query((row, n) -> told(row))
                .list());
    }

    /** Keeps what the viewer told; what is empty now is forgotten. */
    @Transactional
    void keep(Place place, List<Told> told) {
        told.forEach(each -> keepAsHouse(place.community().id(), place.self(), each));
    }

    @Transactional
    void keepAsHouse(CommunityId community, MemberId member, Told told) {
        if (told.empty()) {
            sql.sql("""
                            delete from community.answer
                            where community_id = :community and account_id = :member and question = :question
                            """)
                    .param("community", community.value())
                    .param("member", member.value())
                    .param("question", told.question())
                    .update();
        } else {
            put(community, member, told);
        }
    }

    private void put(CommunityId community, MemberId member, Told told) {
        sql.sql("""
                        insert into community.answer as a
                            (community_id, account_id, question, choices, words, day, amount, currency, shared)
                        values (:community, :member, :question, :choices, :words, :day, :amount, :currency, :shared)
                        on conflict (community_id, account_id, question) do update
                        set choices = excluded.choices, words = excluded.words, day = excluded.day, amount = excluded.amount,
                            currency = excluded.currency, shared = excluded.shared, answered_at = now()
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .param("question", told.question())
                .param("choices", told.choices().toArray(String[]::new))
                .param("words", told.words())
                .param("day", told.day(), java.sql.Types.DATE)
                .param("amount", told.amount(), java.sql.Types.NUMERIC)
                .param("currency", told.currency())
                .param("shared", told.shared())
                .update();
    }

    private static Map<String, Told> byQuestion(List<Told> all) {
        var map = new LinkedHashMap<String, Told>();
        all.forEach(told -> map.put(told.question(), told));
        return map;
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString("question"),
                Arrays.asList((String[]) row.getArray("choices").getArray()),
                row.getString("words"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBoolean("shared"));
    }
}
