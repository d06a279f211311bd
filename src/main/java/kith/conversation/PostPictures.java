package kith.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.TooMany;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The pictures of posts and drafts: brought to a draft, put into the post that comes of it, shown to whoever may see that post. They go with their draft and
 * with their post.
 */
@Component
class PostPictures {
    /** How many one post has room for. */
    static final int MOST = 6;

    private final JdbcClient sql;
    private final Posts posts;
    private final DrawingRoom room;
    private final Limits limits;
    private final TransactionOperations whole;
    private final Clock clock;

    PostPictures(
            JdbcClient sql, Posts posts, DrawingRoom room, Limits limits, TransactionOperations whole, Clock clock) {
        this.sql = sql;
        this.posts = posts;
        this.room = room;
        this.limits = limits;
        this.whole = whole;
        this.clock = clock;
    }

    /** The pictures of the posts that somebody was shown. */
    Map<PostId, List<Picture>> on(List<Post> shown) {
        var seen = shown.stream()
                .filter(PostPictures::open)
                .map(post -> post.id().value())
                .toList();
        return seen.isEmpty()
                ? Map.of()
                : sql
                        .sql(
                                "select * from conversation.picture where post_id in (:posts) order by post_id, position, id")
                        .param("posts", seen)
                        .query(PictureRows::picture)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(picture -> Objects.requireNonNull(picture.post())));
    }

    /** The pictures with a draft, after those that its post has already where an edit is drafted. */
    List<Picture> with(Viewer viewer, DraftKey key) {
        return sql.sql("""
                        select * from conversation.picture
                        where member_id = :member and draft_key = :key or post_id = :post::uuid and member_id = :member
                        order by post_id nulls last, position, id""")
                .param("member", viewer.member().value())
                .param("key", key.value())
                .param("post", key.post().map(PostId::value).orElse(null))
                .query(PictureRows::picture)
                .list();
    }

    /** One size of a picture, for its owner while it lies with a draft, and then for whoever sees the words of its post. */
    byte[] show(Viewer viewer, UUID id, PictureSize size) {
        var picture = find(viewer, id);
        if (picture.post() != null && !open(posts.find(viewer, picture.post()))) {
            throw new NotHere();
        }
        return sql.sql("select content from conversation.picture_size where picture_id = :id and size = :size")
                .param("id", id)
                .param("size", size.name())
                .query(byte[].class)
                .optional()
                .orElseThrow(NotHere::new);
    }

    /** Found for everybody where it is in a post, which is asked next; else for its owner. */
    private Picture find(Viewer viewer, UUID id) {
        return sql.sql(
                        "select * from conversation.picture where id = :id and (post_id is not null or member_id = :viewer)")
                .param("id", id)
                .param("viewer", Topics.asking(viewer))
                .query(PictureRows::picture)
                .optional()
                .orElseThrow(NotHere::new);
    }

    private static boolean open(Post post) {
        return post.standing() || post.mine();
    }

    /** Draws an upload and puts it with a draft; says why not. */
    Optional<Refusal> add(Viewer viewer, DraftKey key, InputStreamSource upload) {
        if (with(viewer, key).size() >= MOST) {
            return Optional.of(refusal("conversation.picture.most"));
        }
        limits.take(Limit.PICTURE, viewer.member());
        return switch (room.draw(upload)) {
            case DrawingRoom.Result.Drawn drawn -> keep(viewer, key, drawn.picture());
            case DrawingRoom.Result.Refused refused -> Optional.of(refusal(refused.key()));
        };
    }

    /** Only the draft's row, which is there from now on, makes two uploads at once count each other. */
    Optional<Refusal> keep(Viewer viewer, DraftKey key, Redrawn drawn) {
        return whole.execute(status -> {
            sql.sql("""
                            insert into conversation.draft (member_id, key, fields, saved_at) values (:member, :key, '{}', now())
                            on conflict (member_id, key) do update set saved_at = excluded.saved_at""")
                    .param("member", viewer.member().value())
                    .param("key", key.value())
                    .update();
            var full = with(viewer, key).size() >= MOST;
            if (!full) {
                PictureRows.insert(sql, new PictureRows.Where(viewer.member(), key, null), "", drawn, clock.instant());
            }
            return full ? Optional.of(refusal("conversation.picture.most")) : Optional.empty();
        });
    }

    private static Refusal refusal(String key) {
        return Refusal.in("pictures", key, MOST, DrawingRoom.MOST_BYTES >> 20);
    }

    /** What came of files that somebody brought without a form: pictures, and why others are none. */
    record Drawn(List<Redrawn> pictures, List<Refusal> refused) {}

    /** Draws one after the other, before anything is written that others would wait for. */
    Drawn draw(Viewer viewer, List<? extends InputStreamSource> uploads) {
        var drawn = new Drawn(new ArrayList<>(), new ArrayList<>());
        for (var upload : uploads) {
            if (drawn.pictures().size() == MOST || drawn.refused().size() == MOST) {
                drawn.refused().add(refusal("conversation.picture.most"));
                break;
            }
            draw(viewer, upload, drawn);
        }
        return drawn;
    }

    private void draw(Viewer viewer, InputStreamSource upload, Drawn into) {
        try {
            limits.take(Limit.PICTURE, viewer.member());
        } catch (TooMany often) {
            into.refused().add(refusal("conversation.picture.busy"));
            return;
        }
        switch (room.draw(upload)) {
            case DrawingRoom.Result.Drawn drawn -> into.pictures().add(drawn.picture());
            case DrawingRoom.Result.Refused refused -> into.refused().add(refusal(refused.key()));
        }
    }

    /** Puts a picture into a post of the viewer's that stands already, such as one of another house; says why not. */
    Optional<Refusal> attach(Viewer viewer, PostId id, InputStreamSource upload, String alt) {
        var post = posts.find(viewer, id);
        if (!post.mayEdit()) {
            throw new NotHere();
        }
        if (on(List.of(post)).getOrDefault(id, List.of()).size() >= MOST) {
            return Optional.of(refusal("conversation.picture.most"));
        }
        var drawn = draw(viewer, List.of(upload));
        attach(viewer, id, drawn.pictures(), alt);
        return drawn.refused().stream().findFirst();
    }

    /** Puts drawn pictures into a post of the viewer's that has room for them. */
    void attach(Viewer viewer, PostId id, List<Redrawn> drawn, String alt) {
        whole.executeWithoutResult(status -> {
            var where = new PictureRows.Where(viewer.member(), null, id);
            drawn.forEach(one -> PictureRows.insert(sql, where, Typed.line(alt), one, clock.instant()));
            if (!drawn.isEmpty()) {
                furnish(id);
            }
        });
    }

    /** Keeps what a form says of its pictures. Those of a post that stands change only with {@code publishing} its edit. */
    void describe(Viewer viewer, DraftKey key, Captions captions, boolean publishing) {
        captions.all()
                .forEach((id, caption) -> sql.sql("""
                        update conversation.picture set alt = :alt, decorative = :decorative
                        where id = :id and member_id = :member and (draft_key = :key or :publishing and post_id = :post::uuid)""")
                        .param("alt", caption.alt())
                        .param("decorative", caption.decorative())
                        .param("id", id)
                        .param("member", viewer.member().value())
                        .param("key", key.value())
                        .param("publishing", publishing)
                        .param("post", key.post().map(PostId::value).orElse(null))
                        .update());
    }

    /** Keeps what a form says of its pictures and asks, once for each picture, what can be seen on it. */
    Refusals ask(Viewer viewer, DraftKey key, Map<String, String> typed) {
        describe(viewer, key, Captions.of(typed), true);
        var unsaid = with(viewer, key).stream().filter(Picture::unsaid).toList();
        if (!unsaid.isEmpty()) {
            sql.sql("update conversation.picture set asked = true where id in (:ids)")
                    .param("ids", unsaid.stream().map(Picture::id).toList())
                    .update();
        }
        return new Refusals(unsaid.stream()
                .map(picture -> Refusal.in(picture.field(), "conversation.picture.ask"))
                .toList());
    }

    /** Publishes, and puts the draft's pictures into the post that comes of it: both or neither. */
    <T> T publish(Viewer viewer, DraftKey key, Supplier<T> act, Function<T, @Nullable PostId> post) {
        return Objects.requireNonNull(whole.execute(status -> {
            var done = act.get();
            var into = post.apply(done);
            if (into != null) {
                settle(viewer, key, into);
            }
            return done;
        }));
    }

    private void settle(Viewer viewer, DraftKey key, PostId post) {
        var moved = sql.sql("""
                        update conversation.picture set post_id = :post, draft_key = null,
                            position = position + (select coalesce(max(position), 0) from conversation.picture where post_id = :post)
                        where member_id = :member and draft_key = :key""")
                .param("post", post.value())
                .param("member", viewer.member().value())
                .param("key", key.value())
                .update();
        if (moved > 0) {
            furnish(post);
        }
    }

    private void furnish(PostId post) {
        sql.sql(
                        "update conversation.topic set furnished = true where id = (select topic_id from conversation.post where id = :post) and not furnished")
                .param("post", post.value())
                .update();
    }

    /** Takes away a picture of the viewer's own; gives the draft that it was with, or its post's edit. */
    @Transactional
    DraftKey remove(Viewer viewer, UUID id) {
        return sql.sql("""
                        delete from conversation.picture where id = :id and member_id = :member
                        returning coalesce(draft_key, 'edit:' || post_id)""")
                .param("id", id)
                .param("member", viewer.member().value())
                .query(String.class)
                .optional()
                .map(DraftKey::new)
                .orElseThrow(NotHere::new);
    }
}
