package kith.community;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The text of every pack that a community runs, kept word for word, so that a file that changes or goes changes no community. */
@Component
class KeptPacks {
    private final JdbcClient sql;
    private final Packs packs;
    private final Map<String, Pack> read = new ConcurrentHashMap<>();

    KeptPacks(JdbcClient sql, Packs packs) {
        this.sql = sql;
        this.packs = packs;
    }

    /** Keeps the text of one of the house's packs and gives its hash. */
    String keep(Pack pack) {
        var text = packs.text(pack.edition());
        var hash = hash(text);
        sql.sql("""
                        insert into community.pack (id, language, version, hash, text) values (:id, :language, :version, :hash, :text)
                        on conflict do nothing
                        """)
                .param("id", pack.id())
                .param("language", pack.language())
                .param("version", pack.version())
                .param("hash", hash)
                .param("text", text)
                .update();
        return hash;
    }

    /** The pack with this text, or the house's newest of that name where none was kept. */
    Pack find(Pack.Edition edition, String hash) {
        return Optional.ofNullable(read.get(hash))
                .or(() -> kept(edition, hash))
                .or(() -> packs.newest(edition.id(), edition.language()))
                .orElseThrow(() -> new IllegalStateException("no pack " + edition.id()));
    }

    private Optional<Pack> kept(Pack.Edition edition, String hash) {
        var found = sql.sql("""
                        select text from community.pack
                        where id = :id and language = :language and version = :version and hash = :hash
                        """)
                .param("id", edition.id())
                .param("language", edition.language())
                .param("version", edition.version())
                .param("hash", hash)
                .query(String.class)
                .optional()
                .map(KeptPacks::parse);
        found.ifPresent(pack -> read.put(hash, pack));
        return found;
    }

    private static Pack parse(String text) {
        return switch (new PackReader().read("kept", text)) {
            case PackReader.Read good -> good.pack();
            case PackReader.Refused no -> throw new IllegalStateException("a kept pack is refused: " + no.problems());
        };
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
