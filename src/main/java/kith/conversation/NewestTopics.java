package kith.conversation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Communities;
import kith.community.Happenings;
import kith.community.Place;
import kith.community.SectionId;
import kith.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What moved last: in each section of a place, and in all communities of a viewer. */
@Component
class NewestTopics implements Happenings {
    private final JdbcClient sql;
    private final Communities communities;

    NewestTopics(JdbcClient sql, Communities communities) {
        this.sql = sql;
        this.communities = communities;
    }

    Map<SectionId, Topic> inSections(Place place) {
        return sql
                .sql("""
                        select t.*, c.name, c.face, c.picture_id, b.role, b.profession, b.listed, v.name as voice_name, v.face as voice_face,
                               k.profession as mark_profession, k.checked_on as mark_checked, k.current as mark_current,
                               f.anything as folds_anything, f.words as folded_words,
                               s.slug as section_slug, s.name as section_name
                        from community.section_name part cross join lateral (
                            select * from conversation.topic t
                            where t.section_id = part.id""" + TopicRows.LISTED + """
                            order by t.active_at desc, t.id desc limit 1)""" + TopicRows.BESIDE + "where part.community_id = :community")
                .param("community", place.community().id().value())
                .param("viewer", Topics.asking(place.viewer()))
                .query((row, n) -> TopicRows.topic(place, row))
                .list()
                .stream()
                .collect(Collectors.toMap(topic -> topic.section().id(), Function.identity()));
    }

    @Override
    public List<Happening> latest(Viewer viewer, int most) {
        var places = communities.of(viewer).stream()
                .collect(Collectors.toMap(place -> place.community().id().value(), Function.identity()));
        return places.isEmpty()
                ? List.of()
                : sql.sql(TopicRows.COLUMNS + """
                        from community.belonging mine cross join lateral (
                            select * from conversation.topic t
                            where t.community_id = mine.community_id""" + TopicRows.LISTED + """
                            order by t.active_at desc, t.id desc limit %d)""".formatted(most) + TopicRows.BESIDE
                                + "where mine.account_id = :viewer order by t.active_at desc, t.id desc limit " + most)
                        .param("viewer", viewer.member().value())
                        .query((row, n) -> happening(TopicRows.topic(
                                java.util.Objects.requireNonNull(
                                        places.get(row.getObject("community_id", java.util.UUID.class))),
                                row)))
                        .list();
    }

    private static Happening happening(Topic topic) {
        return new Happening(
                topic.id().value(),
                topic.path(),
                topic.title(),
                topic.author().card(),
                topic.place().community().name(),
                topic.activeAt(),
                topic.folded() ? topic.contentNote() : topic.opening(),
                topic.replies());
    }
}
