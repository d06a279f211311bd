package kith.practitioner;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Place;
import kith.identity.MemberId;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One's own application was decided. */
@Component
class NoticeOfDecision implements NoticeKind {
    static final String KIND = "practitioner.decided";

    private final JdbcClient sql;
    private final Reading reading;
    private final Phrases phrases;

    NoticeOfDecision(JdbcClient sql, Reading reading, Phrases phrases) {
        this.sql = sql;
        this.reading = reading;
        this.phrases = phrases;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> abouts) {
        var places = reading.places(reader);
        var words = new LinkedHashMap<UUID, NoticeWords>();
        sql.sql("""
                        select id, community_id, state from practitioner.application
                        where id in (:ids) and member_id = :reader and state in ('APPROVED', 'REFUSED')""").param("ids", abouts).param("reader", reader.value()).query(row -> {
            var place = places.get(new CommunityId(row.getObject("community_id", UUID.class)));
            if (place != null) {
                words.put(row.getObject("id", UUID.class), words(place, row.getString("state"), row.getString("id")));
            }
        });
        return words;
    }

    private NoticeWords words(Place place, String state, String id) {
        var line = phrases.say(place.viewer().locale(), phrase() + "." + state.toLowerCase(Locale.ROOT));
        return new NoticeWords(line, place.path("applications") + "/" + id, "", "", "");
    }
}
