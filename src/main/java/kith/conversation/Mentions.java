package kith.conversation;

import java.util.Map;
import java.util.stream.Collectors;
import kith.community.MemberLeft;
import kith.community.MemberShown;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.page.Markdown;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is named in which post: links to members of the place who let themselves be found, which become plain words again when they no longer do. */
@Component
class Mentions {
    private final JdbcClient sql;
    private final MembersHere members;

    Mentions(JdbcClient sql, MembersHere members) {
        this.sql = sql;
        this.members = members;
    }

    /** Looks whom the words of a post name and links them. In the transaction in which the post is written. */
    void note(Place place, PostId post, String body) {
        var named = members.listed(place, Markdown.names(body));
        if (!named.isEmpty()) {
            var paths = named.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> path(place, one.getValue())));
            sql.sql("update conversation.post set html = :html where id = :post")
                    .param("html", Markdown.render(body, paths).html())
                    .param("post", post.value())
                    .update();
            named.values().forEach(card -> add(post, card));
        }
    }

    /** The same for new words of a post: whom only the old ones named is named no more. */
    void again(Place place, PostId post, String body) {
        sql.sql("delete from conversation.mention where post_id = :post")
                .param("post", post.value())
                .update();
        note(place, post, body);
    }

    private void add(PostId post, Card who) {
        sql.sql("insert into conversation.mention (post_id, member_id) values (:post, :who) on conflict do nothing")
                .param("post", post.value())
                .param("who", java.util.Objects.requireNonNull(who.id()).value())
                .update();
    }

    @EventListener
    void on(MemberLeft left) {
        unlink(left.member(), "and p.community_id = '" + left.community().value() + "'");
    }

    @EventListener
    void on(MemberShown shown) {
        if (!shown.listed()) {
            unlink(shown.member(), "and p.community_id = '" + shown.community().value() + "'");
        }
    }

    /** Their account is gone: their name stays in the words of others, and leads nowhere. */
    void forget(MemberId who) {
        unlink(who, "");
    }

    /** Takes away the links that this class made, and nothing else: no words of anybody else can hold such an address. */
    private void unlink(MemberId who, String where) {
        sql.sql("""
                        with gone as (
                            delete from conversation.mention m using conversation.post p
                            where m.member_id = :who and p.id = m.post_id %s returning m.post_id)
                        update conversation.post
                        set html = regexp_replace(html, '<a href="/members/[a-z0-9-]+/' || :who || '"[^>]*>([^<]*)</a>', '\\1', 'g')
                        where id in (select post_id from gone)""".formatted(where)).param("who", who.value()).update();
    }

    private static String path(Place place, Card who) {
        return place.path("members") + "/" + who.id();
    }
}
