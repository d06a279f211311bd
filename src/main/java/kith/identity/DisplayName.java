package kith.identity;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kith.page.Refusal;

/** The name that others see: what it may look like, by which key two of them are the same, and what gives a person away. */
record DisplayName(String text) {
    private static final int MOST = 30;
    private static final SpoofChecker LOOKALIKES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final Pattern FULL_NAME =
            Pattern.compile("\\p{Lu}\\p{Ll}+([ -]\\p{Lu}\\p{L}*\\.?)*[ ]\\p{Lu}[\\p{L}’'-]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}@<>]");

    static DisplayName of(String typed) {
        return new DisplayName(
                Normalizer2.getNFCInstance().normalize(typed).strip().replaceAll("\\p{Z}+", " "));
    }

    /** The same for all names that a reader could take for one another: compatibility forms, case and look-alike letters are folded, spaces dropped. */
    String key() {
        var folded = UCharacter.foldCase(Normalizer2.getNFKCCasefoldInstance().normalize(text), true);
        return UCharacter.foldCase(LOOKALIKES.getSkeleton(folded.replaceAll("[\\p{Z}\\p{P}\\p{C}]", "")), true);
    }

    Optional<Refusal> refusal() {
        var length = text.codePointCount(0, text.length());
        if (length < 2 || length > MOST) {
            return Optional.of(Refusal.in("name", "identity.name.length", MOST));
        }
        return UNSEEN.matcher(text).find() || key().isEmpty()
                ? Optional.of(Refusal.in("name", "identity.name.signs"))
                : Optional.empty();
    }

    /** Phrase keys of what could give away who somebody is; a hint to think again, never a refusal. */
    List<String> doubts(String email) {
        var doubts = new ArrayList<String>();
        if (containsNamePart(email)) {
            doubts.add("identity.name.doubt.email");
        }
        if (FULL_NAME.matcher(text).matches()) {
            doubts.add("identity.name.doubt.full");
        }
        return List.copyOf(doubts);
    }

    private boolean containsNamePart(String email) {
        var mine = letters(text);
        return List.of(EmailAddress.namePart(email).split("[._+-]+")).stream()
                .map(DisplayName::letters)
                .anyMatch(part -> part.length() >= 4 && mine.contains(part));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
