package kith.notification;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outside of a mail that came in: from whom, to whom, and whether a person sent it. */
record Arrived(String id, String from, List<String> to, boolean automatic) {
    /** Where servers write down for whom a mail came, beside what its writer wrote. */
    private static final List<String> DELIVERED =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To");

    private static final Set<String> MANY = Set.of("bulk", "junk", "list", "auto_reply");
    private static final List<String> MACHINES =
            List.of("X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe");

    /** A mail that this house sent has the id of its row before the at-sign. */
    private static final String OWN = "<[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@%s>";

    static Arrived of(MimeMessage mail, String house) throws MessagingException {
        var id = Objects.requireNonNullElse(mail.getMessageID(), "").strip();
        var from = mail.getHeader("From", ",");
        return new Arrived(
                id,
                single(from),
                to(mail),
                machine(mail) || id.matches(OWN.formatted(java.util.regex.Pattern.quote(house))));
    }

    /** Exactly one writer, or nobody. */
    private static String single(@Nullable String header) {
        try {
            var all = header == null ? new InternetAddress[0] : InternetAddress.parseHeader(header, false);
            return all.length == 1 ? plain(all[0]) : "";
        } catch (AddressException unreadable) {
            return "";
        }
    }

    private static List<String> to(MimeMessage mail) throws MessagingException {
        var written = Stream.of(Message.RecipientType.TO, Message.RecipientType.CC)
                .flatMap(type -> recipients(mail, type))
                .map(Arrived::plain);
        var delivered = DELIVERED.stream()
                .flatMap(name -> headers(mail, name))
                .map(value -> value.replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT));
        return Stream.concat(written, delivered).distinct().toList();
    }

    private static Stream<Address> recipients(MimeMessage mail, Message.RecipientType type) {
        try {
            var all = mail.getRecipients(type);
            return all == null ? Stream.of() : Arrays.stream(all);
        } catch (MessagingException unreadable) {
            return Stream.of();
        }
    }

    private static String plain(Address address) {
        return address instanceof InternetAddress internet && internet.getAddress() != null
                ? internet.getAddress().toLowerCase(Locale.ROOT)
                : "";
    }

    private static boolean machine(MimeMessage mail) {
        return headers(mail, "Auto-Submitted").anyMatch(value -> !value.strip().equalsIgnoreCase("no"))
                || headers(mail, "Precedence")
                        .anyMatch(value -> MANY.contains(value.strip().toLowerCase(Locale.ROOT)))
                || headers(mail, "Return-Path").anyMatch(value -> value.strip().equals("<>"))
                || MACHINES.stream()
                        .anyMatch(name -> headers(mail, name).findAny().isPresent());
    }

    private static Stream<String> headers(MimeMessage mail, String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? Stream.of() : Arrays.stream(values);
        } catch (MessagingException unreadable) {
            return Stream.of();
        }
    }

    /** Whether a mail says for good that another could not be delivered (RFC 3464). */
    static boolean failed(MimeMessage mail) throws MessagingException, IOException {
        var report = MailText.report(mail);
        return report.matches("(?ims).*^action:\\s*failed.*") && report.matches("(?ims).*^status:\\s*5\\..*");
    }
}
