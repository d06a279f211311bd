package kith.practitioner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.community.Place;
import kith.community.Rotas;
import kith.community.Section;
import kith.community.Sections;
import kith.identity.MemberId;
import kith.page.NotHere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who advise in a community, as its members see them. */
@Component
class Team {
    private static final String SELECT = PractitionerRows.SELECT.replace(
                    "k.languages,", "k.languages, k.sentence, k.checked_on, c.name, c.face, c.picture_id,")
            + """
            join identity.card c on c.id = k.member_id
            where k.community_id = :community and k.ended_at is null and k.ends_at > :now
            """;

    private final JdbcClient sql;
    private final Sections sections;
    private final Rotas rotas;
    private final Clock clock;

    Team(JdbcClient sql, Sections sections, Rotas rotas, Clock clock) {
        this.sql = sql;
        this.sections = sections;
        this.rotas = rotas;
        this.clock = clock;
    }

    List<Shown> of(Place place) {
        member(place);
        var known = sections.of(place);
        var onCall = onCall(place);
        return sql.sql(SELECT + "order by lower(c.name), k.id limit 60")
                .param("community", place.community().id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> shown(place, known, onCall, row))
                .list();
    }

    Shown find(Place place, MemberId who) {
        member(place);
        var known = sections.of(place);
        var onCall = onCall(place);
        return sql.sql(SELECT + "and k.member_id = :who")
                .param("community", place.community().id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who.value())
                .query((row, n) -> shown(place, known, onCall, row))
                .optional()
                .orElseThrow(NotHere::new);
    }

    private Set<MemberId> onCall(Place place) {
        return Set.copyOf(rotas.onCallAsHouse(place.community().id(), clock.instant()));
    }

    private static void member(Place place) {
        if (!place.member()) {
            throw new NotHere();
        }
    }

    private Shown shown(Place place, List<Section> known, Set<MemberId> onCall, ResultSet row) throws SQLException {
        var practitioner = PractitionerRows.practitioner(row);
        var reader = place.viewer().locale();
        return new Shown(
                Applications.card(row, row.getObject("member_id", UUID.class)),
                practitioner.profession(),
                row.getObject("checked_on", LocalDate.class),
                names(known, practitioner.scope()),
                row.getString("sentence"),
                names(known, practitioner.bounds().declined()),
                practitioner.languages().stream()
                        .map(tag -> Spoken.name(tag, reader))
                        .toList(),
                practitioner.bounds(),
                onCall.contains(practitioner.who()),
                practitioner.bounds().back(clock.instant()).orElse(null));
    }

    private static List<String> names(List<Section> known, Set<String> slugs) {
        return known.stream()
                .filter(section -> slugs.contains(section.slug()))
                .map(Section::name)
                .toList();
    }
}
