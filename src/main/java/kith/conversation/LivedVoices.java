package kith.conversation;

import java.time.Instant;
import java.time.ZoneOffset;
import kith.community.CommunityId;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What practitioners of a demonstration house said for themselves, and what they put right. */
@Component
public class LivedVoices {
    private final JdbcClient sql;

    LivedVoices(JdbcClient sql) {
        this.sql = sql;
    }

    /** A post, by the name that it has in its file, was written as oneself. */
    @Transactional
    public void ownAsHouse(CommunityId community, String post) {
        sql.sql(
                        "update conversation.post set credential_id = null where community_id = :community and external_key = :post")
                .param("community", community.value())
                .param("post", post)
                .update();
    }

    /** Something was put right beside a post, once. */
    @Transactional
    public void correctAsHouse(
            CommunityId community, String post, MemberId by, String words, Correction.Cited cited, Instant at) {
        sql.sql("""
                        with beside as (
                            insert into conversation.correction (id, post_id, author_id, credential_id, words, source_title, source_url, source_year, dangerous, made_at)
                            select :id, p.id, :by, (select m.id from practitioner.mark m where m.member_id = :by and m.community_id = :community and m.current),
                                :words, :title, :url, :year, true, :at
                            from conversation.post p where p.community_id = :community and p.external_key = :post
                              and not exists (select from conversation.correction c where c.post_id = p.id) returning post_id)
                        update conversation.topic t set furnished = true from beside b join conversation.post p on p.id = b.post_id where t.id = p.topic_id""")
                .param("id", Ids.next())
                .param("by", by.value())
                .param("community", community.value())
                .param("words", words)
                .param("title", cited.title())
                .param("url", cited.url())
                .param("year", cited.year())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("post", post)
                .update();
    }
}
