package kith.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kith.house.HouseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second step of signing in: an app's code or a recovery code, each good once. */
@Component
class SecondSteps {
    private static final int CODES = 10;
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient sql;
    private final Seal seal;

    SecondSteps(JdbcClient sql, HouseKey key) {
        this.sql = sql;
        this.seal = new Seal(key.derive("identity/totp"));
    }

    boolean has(MemberId who) {
        return sql.sql("select totp is not null from identity.account where id = :id")
                .param("id", who.value())
                .query(Boolean.class)
                .single();
    }

    /** A fresh secret, sealed for the form that carries it until its first code proves that the app has it. */
    String propose(MemberId who) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.close(Secret.bytes(20), "proposed/" + who));
    }

    byte[] proposed(MemberId who, String sealed) {
        try {
            return seal.open(java.util.Base64.getUrlDecoder().decode(sealed), "proposed/" + who);
        } catch (IllegalArgumentException | IllegalStateException | NegativeArraySizeException e) {
            throw new kith.page.NotHere();
        }
    }

    /** Begins with a secret whose code was shown, and gives the recovery codes, which are seen this once. */
    @Transactional
    public List<String> begin(MemberId who, byte[] secret, long step) {
        sql.sql("update identity.account set totp = :totp, totp_step = :step where id = :id")
                .param("totp", seal.close(secret, place(who)))
                .param("step", step)
                .param("id", who.value())
                .update();
        return renew(who);
    }

    @Transactional
    public List<String> renew(MemberId who) {
        dropCodes(who);
        var codes = Stream.generate(SecondSteps::code).limit(CODES).toList();
        codes.forEach(code -> sql.sql("insert into identity.recovery_code (account_id, code) values (:id, :code)")
                .param("id", who.value())
                .param("code", mark(who, code))
                .update());
        return codes;
    }

    @Transactional
    public void end(MemberId who) {
        sql.sql("update identity.account set totp = null where id = :id")
                .param("id", who.value())
                .update();
        dropCodes(who);
    }

    /** Whether what was typed is a code of theirs; it never is again. */
    @Transactional
    public boolean accept(MemberId who, String typed) {
        return typed.replaceAll("\\s", "").matches("\\d{6}") ? acceptTotp(who, typed) : acceptRecovery(who, typed);
    }

    private boolean acceptTotp(MemberId who, String typed) {
        record Kept(byte[] totp, long step) {}
        var kept = sql.sql(
                        "select totp, totp_step from identity.account where id = :id and totp is not null for update")
                .param("id", who.value())
                .query((row, n) -> new Kept(row.getBytes("totp"), row.getLong("totp_step")))
                .optional();
        var step = kept.map(k -> Totp.step(seal.open(k.totp(), place(who)), typed, Instant.now(), k.step()))
                .orElse(OptionalLong.empty());
        step.ifPresent(used -> sql.sql("update identity.account set totp_step = :step where id = :id")
                .param("step", used)
                .param("id", who.value())
                .update());
        return step.isPresent();
    }

    private boolean acceptRecovery(MemberId who, String typed) {
        return sql.sql("delete from identity.recovery_code where account_id = :id and code = :code")
                        .param("id", who.value())
                        .param("code", mark(who, typed))
                        .update()
                == 1;
    }

    int codesLeft(MemberId who) {
        return sql.sql("select count(*) from identity.recovery_code where account_id = :id")
                .param("id", who.value())
                .query(Integer.class)
                .single();
    }

    private void dropCodes(MemberId who) {
        sql.sql("delete from identity.recovery_code where account_id = :id")
                .param("id", who.value())
                .update();
    }

    private byte[] mark(MemberId who, String code) {
        return seal.mark(who + "/" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static String place(MemberId who) {
        return "identity.account.totp/" + who;
    }

    private static String code() {
        var code = new StringBuilder();
        for (var b : Secret.bytes(10)) {
            code.append(SIGNS.charAt(Math.floorMod(b, SIGNS.length())));
        }
        return code.insert(5, '-').toString();
    }
}
