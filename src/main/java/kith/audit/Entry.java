package kith.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One act as it is kept: its number, when, who (null: the house), what, to which thing, and a short detail. */
record Entry(long seq, Instant at, @Nullable UUID actor, String verb, String subject, String detail) {

    /** The keyed hash over this entry and the chain before it; every part is preceded by its length, so that none can pass for another. */
    byte[] chain(byte[] key, byte[] before) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(before);
            return mac.doFinal(bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(seq);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            for (var part : List.of(actor == null ? "" : actor.toString(), verb, subject, detail)) {
                var plain = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(plain.length);
                out.write(plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
