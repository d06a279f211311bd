package kith.conversation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What in a text can lead to a person outside of the house, each with the reason that its writer is told ({@code conversation.trace.<name>}). Looked for on the
 * server alone, in English and German at once, because people write both in one sentence; phone numbers are {@link Phones}.
 */
enum Trace {
    EMAIL("[\\p{Alnum}][\\p{Alnum}._%+-]*@[\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)*\\.\\p{Alpha}{2,}"),
    /** A place on the web that is one person's, by a network's address or by its name with a handle. */
    HANDLE("(?i:(?:https?://)?(?:[a-z]{1,3}\\.)?(?:facebook\\.com|fb\\.me|instagram\\.com|twitter\\.com|x\\.com|tiktok\\.com|linkedin\\.com/in|xing\\.com/profile|"
            + "youtube\\.com/@?|threads\\.net|snapchat\\.com/add|t\\.me|wa\\.me|paypal\\.me|strava\\.com/athletes|github\\.com|reddit\\.com/u(?:ser)?|bsky\\.app/profile)/"
            + "(?!(?:groups|share|watch|events|hashtag|explore|reel|p|i|home|search|status|results|playlist)\\b)@?[\\w.-]{2,})"
            + "|(?i:\\b(?:insta(?:gram)?|twitter|tiktok|snap(?:chat)?|telegram|discord|whatsapp|bluesky|mastodon|facebook)\\b[^\\n@]{0,16}@[\\w.]{3,})"
            + "|@[\\w.-]{2,}@[\\w-]+(?:\\.[\\w-]+)+"),
    STREET("\\b(?:\\p{Lu}[\\p{L}-]{2,}(?:straße|strasse|str\\.|gasse|allee|platz|weg|ring|damm|ufer|chaussee|stieg)"
            + "|(?:\\p{Lu}[\\p{L}-]+[ ]){1,2}(?:Straße|Strasse|Str\\.|Gasse|Allee|Platz|Weg|Ring|Damm|Ufer))[ ]\\d{1,4}[ ]?[a-z]?\\b(?![.:,]\\d)"
            + "|\\b\\d{1,5}[a-zA-Z]?,?[ ](?:(?:North|South|East|West|[NSEW]\\.?)[ ])?(?:\\p{Lu}[\\p{L}'’]+\\.?[ ]){1,3}"
            + "(?:Street|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Drive|Boulevard|Blvd\\.?|Court|Crescent|Terrace|Close|Square|Gardens|Grove|Parade|Highway|Way)\\b"
            + "|\\b\\d{1,5}[ ](?:\\p{Lu}[\\p{L}'’]+[ ]){1,2}(?:St\\.?|Dr\\.?|Ln\\.?)(?=\\s*(?:,|\\n|$))"
            // A British postcode; its last letters are never C, I, K, M, O or V, so that “B12 5MG” is a vitamin.
            + "|\\b[A-Z]{1,2}\\d[A-Z\\d]?[ ]\\d[ABD-HJLNP-UW-Z]{2}\\b"
            + "|(?i:\\bp\\.?\\s?o\\.?\\s?box[ ]\\d{1,6}|\\bpostfach[ ]\\d[\\d ]{2,8})"),
    /** Somebody who says their name, or signs with both. */
    FULL_NAME("(?i:\\bmy (?:full |real |legal |whole )?name(?:['’]s| is)|\\bI(?:['’]m| am) called|\\bich hei(?:ß|ss)e|\\bmein (?:voller |richtiger |ganzer )?Name ist)[ ]"
            + "(?!(?:Sie|Euch|Dich|Alle|Not|A|The|Legion|Mud|Egal|Nicht|So)\\b)\\p{Lu}\\p{L}*[\\p{L}'’-]*(?:[ ]\\p{Lu}\\.?[\\p{L}'’-]*){0,3}"
            + "|(?im:^(?:(?:kind|best|warm|many)?\\s?regards|yours(?: sincerely| truly)?|sincerely(?: yours)?|cheers|(?:viele|liebe|herzliche|beste|mit freundlichen)?\\s?grü(?:ß|ss)e|lg|mfg)[,.!]?\\s{0,3}\\n?\\s{0,3})"
            + "\\p{Lu}\\p{Ll}+(?:[ ]\\p{Lu}\\.)?[ ]\\p{Lu}[\\p{Ll}'’-]+(?=\\s*(?:\\n|$))");

    private final Pattern pattern;

    Trace(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    Pattern pattern() {
        return pattern;
    }

    /** The key of what it is and why it is asked about. */
    String key() {
        return "conversation.trace." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
