package kith.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the index made of somebody's posts. Nothing in it is more than what conversations keep and export, so it only erases: first of all, while it is still known
 * whose posts they are.
 */
@Component
@Order(0)
class SearchData implements PersonalData {
    private final JdbcClient sql;
    private final Documents documents;

    SearchData(JdbcClient sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    @Override
    public String module() {
        return "search";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns("search", "document words", "word word");
    }

    /** Which document is where, and what is to be read when. */
    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "search",
                "document id community_id thread opens at helped",
                "word community_id documents",
                "place community_id number documents",
                "todo id noted_at",
                "mark kind upto",
                "link article_id post_id community_id thread at");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of();
    }

    @Override
    public void erase(MemberId who) {
        documents.drop(sql.sql("select id from conversation.written where author_id = :who")
                .param("who", who.value())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
    }
}
