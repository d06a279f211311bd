package kith.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kith.house.House;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the first start of this house has come, kept in the house's settings, so that it goes on after a restart where it stopped. */
@Component
class Beginning {
    /** The steps in their order. */
    enum Step {
        CODE,
        OPERATOR,
        HOUSE,
        MAIL,
        COMMUNITY
    }

    /** Letters and figures that nobody takes for one another. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int GROUPS = 8;
    private static final int GROUP = 3;
    /** A code of 120 bits is not guessed; this only ends a script that hammers at it. */
    private static final int TRIES = 50;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final House house;
    private final JdbcClient sql;
    private volatile boolean over;

    Beginning(House house, JdbcClient sql) {
        this.house = house;
        this.sql = sql;
    }

    /** Whether the house still waits to be set up. A house in which somebody lives already never asks again. */
    boolean waits() {
        if (!over) {
            over = house.demo()
                    || house.setting("setup.done").isPresent()
                    || house.setting("setup.step").isEmpty() && lived();
        }
        return !over;
    }

    private boolean lived() {
        return sql.sql("select exists (select from identity.card)")
                .query(Boolean.class)
                .single();
    }

    /** Makes the code that is asked for first; an earlier one ends. */
    String code() {
        var code = new StringBuilder();
        for (var n = 0; n < GROUPS * GROUP; n++) {
            code.append(n > 0 && n % GROUP == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        house.set("setup.code", mark(plain(code.toString())));
        house.set("setup.tries", "0");
        return code.toString();
    }

    /** Takes the code and gives the secret by which this browser goes on; empty where it is wrong or too many were. */
    Optional<String> enter(String typed) {
        var tries = house.setting("setup.tries").map(Integer::parseInt).orElse(TRIES);
        if (tries >= TRIES
                || house.setting("setup.code")
                        .filter(mark(plain(typed))::equals)
                        .isEmpty()) {
            house.set("setup.tries", String.valueOf(Math.min(TRIES, tries + 1)));
            return Optional.empty();
        }
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        var hex = HexFormat.of().formatHex(secret);
        house.set("setup.browser", mark(hex));
        if (house.setting("setup.step").isEmpty()) {
            to(Step.OPERATOR);
        }
        return Optional.of(hex);
    }

    /** Where a browser that brings this secret stands. */
    Step step(String secret) {
        return waits()
                        && house.setting("setup.browser")
                                .filter(mark(secret)::equals)
                                .isPresent()
                ? house.setting("setup.step").map(Step::valueOf).orElse(Step.CODE)
                : Step.CODE;
    }

    void to(Step step) {
        house.set("setup.step", step.name());
    }

    void operator(MemberId who) {
        house.set("setup.operator", who.toString());
        to(Step.HOUSE);
    }

    MemberId operator() {
        return new MemberId(UUID.fromString(house.setting("setup.operator").orElseThrow()));
    }

    /** Closes the first start for good. */
    void finish() {
        house.set("setup.done", "true");
        for (var key : new String[] {"setup.code", "setup.tries", "setup.browser", "setup.step", "setup.operator"}) {
            house.forget(key);
        }
        over = true;
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    private static String mark(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
