package kith.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The index: a document for each post and article that every reader of its community may see. Made again from what the modules publish, any time. */
@Component
class Documents {
    private final JdbcClient sql;

    Documents(JdbcClient sql) {
        this.sql = sql;
    }

    /** Notes, in the transaction of a change, that something is to be read again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(UUID id) {
        note(List.of(id));
    }

    /** The same for many things at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(Collection<UUID> ids) {
        sql.sql("insert into search.todo (id) select unnest(:ids::uuid[]) on conflict do nothing")
                .param("ids", array(ids))
                .update();
    }

    /** Takes something out in the transaction that takes it out of sight: nobody finds it a moment longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    void drop(Collection<UUID> ids) {
        sql.sql("select search.drop(:ids::uuid[])")
                .param("ids", array(ids))
                .query((row, n) -> n)
                .list();
    }

    /** Reads up to so many of what is noted; gives how many they were. One node at a time works, the others have nothing to do. */
    @Transactional
    int readAsHouse(int most) {
        if (!first()) {
            return 0;
        }
        var ids = sql.sql("""
                        delete from search.todo where id in (select id from search.todo order by noted_at limit :most for update skip locked) returning id
                        """)
                .param("most", most)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        if (!ids.isEmpty()) {
            write(ids);
        }
        return ids.size();
    }

    /** Whether something is noted that nobody has read, or that another node is reading now. */
    boolean waitsAsHouse() {
        return sql.sql("select exists (select from search.todo)")
                .query(Boolean.class)
                .single();
    }

    private boolean first() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('kith.search.read'))")
                .query(Boolean.class)
                .single();
    }

    private void write(List<UUID> ids) {
        var all = array(ids);
        for (var step : DocumentRows.WRITE) {
            sql.sql(step).param("ids", all).update();
        }
        var unseen = sql.sql(DocumentRows.UNSEEN)
                .param("ids", all)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        if (!unseen.isEmpty()) {
            drop(unseen);
        }
    }

    /** Notes what came without saying so, such as with an import; gives how many things. */
    @Transactional
    int seekAsHouse(int most) {
        return first() ? seek("post", DocumentRows.POSTS, most) + seek("article", DocumentRows.ARTICLES, most) : 0;
    }

    /** The next things behind the mark, and whether nobody has read them. */
    private record Sought(UUID id, boolean unread) {}

    private int seek(String kind, String from, int most) {
        var sought = sql.sql(DocumentRows.SEEK.formatted(from))
                .param("kind", kind)
                .param("most", most)
                .query((row, n) -> new Sought(row.getObject("id", UUID.class), row.getBoolean("unread")))
                .list();
        if (sought.isEmpty()) {
            return 0;
        }
        var noted = sql.sql("insert into search.todo (id) select unnest(:ids::uuid[]) on conflict do nothing")
                .param(
                        "ids",
                        array(sought.stream()
                                .filter(Sought::unread)
                                .map(Sought::id)
                                .toList()))
                .update();
        sql.sql(DocumentRows.MARK)
                .param("kind", kind)
                .param("upto", sought.getLast().id())
                .update();
        return noted;
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
