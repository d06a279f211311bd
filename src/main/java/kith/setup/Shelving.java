package kith.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kith.advice.Entry;
import kith.advice.LivedPieces;
import kith.community.HouseCommunities;
import kith.house.House;
import kith.identity.Accounts;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pieces that the practitioners of the demonstration house share. */
@Component
class Shelving {
    private static final String FILE = "/demo/pieces.jsonl";

    private final LivedPieces pieces;
    private final HouseCommunities communities;
    private final Accounts accounts;
    private final House house;

    Shelving(LivedPieces pieces, HouseCommunities communities, Accounts accounts, House house) {
        this.pieces = pieces;
        this.communities = communities;
        this.accounts = accounts;
        this.house = house;
    }

    /** One line of the file. */
    record Told(
            String place,
            String section,
            String writer,
            @Nullable String reviewer,
            String title,
            String body,
            List<Entry.Source> sources,
            int days,
            int validDays) {}

    void furnish() {
        if (house.setting("demo.pieces").isPresent()) {
            return;
        }
        try (var in = Objects.requireNonNull(Shelving.class.getResourceAsStream(FILE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.read(line, Told.class))
                    .forEach(this::put);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        house.set("demo.pieces", "shelved");
    }

    private void put(Told told) {
        var community = communities.findAsHouse(told.place()).orElseThrow();
        var section = communities.sectionsAsHouse(community.id()).stream()
                .filter(each -> each.slug().equals(told.section()))
                .findFirst()
                .orElseThrow();
        pieces.addAsHouse(
                community.id(),
                section.id(),
                new LivedPieces.Past(
                        member(told.writer()),
                        told.reviewer() == null ? null : member(told.reviewer()),
                        told.title(),
                        told.body(),
                        told.sources(),
                        told.days(),
                        told.validDays()));
    }

    private MemberId member(String key) {
        return accounts.byEmailAsHouse(key + "@demo.invalid").orElseThrow();
    }
}
