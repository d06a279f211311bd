package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members of a place by their names: those who let themselves be found, and for hosts everybody. */
@Component
class MembersHere {
    static final int PAGE = 8;

    /** Comes after every letter, so that what begins so is one stretch of identity's index, whatever plan the database makes. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final String SELECT = """
            select c.id, c.name, c.face, c.picture_id from identity.card c
            join community.belonging b on b.account_id = c.id and b.community_id = :community
            where\s""";

    private final JdbcClient sql;

    MembersHere(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Card> find(Place place, String name) {
        return Optional.ofNullable(among(place, List.of(name), place.hosts()).get(lower(name)));
    }

    boolean belongs(Place place, MemberId who) {
        return !asked(place, SELECT + "c.id = :who")
                .param("who", who.value())
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Those of some names whom everybody here may find, by name in small letters. */
    Map<String, Card> listed(Place place, Collection<String> names) {
        return among(place, names, false);
    }

    /** The members whose name begins so and comes after another, by name. */
    List<Card> beginning(Place place, String prefix, String after) {
        return asked(place, SELECT + """
                        b.listed and lower(c.name) ~>=~ :from and lower(c.name) ~<~ :upto and lower(c.name) ~>~ :after
                        order by lower(c.name) using ~<~ limit :most""")
                .param("from", lower(prefix))
                .param("upto", lower(prefix) + LAST)
                .param("after", lower(after))
                .param("most", PAGE + 1)
                .query((row, n) -> card(row))
                .list();
    }

    private Map<String, Card> among(Place place, Collection<String> names, boolean all) {
        return names.isEmpty()
                ? Map.of()
                : asked(place, SELECT + "lower(c.name) in (:names) and (:all or b.listed)")
                        .param(
                                "names",
                                names.stream()
                                        .map(MembersHere::lower)
                                        .distinct()
                                        .toList())
                        .param("all", all)
                        .query((row, n) -> card(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(card -> lower(card.name()), Function.identity(), (a, b) -> a));
    }

    private JdbcClient.StatementSpec asked(Place place, String statement) {
        return sql.sql(statement).param("community", place.community().id().value());
    }

    static String lower(@Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static Card card(ResultSet row) throws SQLException {
        return Card.of(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("face"),
                row.getObject("picture_id", UUID.class));
    }
}
