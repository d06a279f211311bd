package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What mail programs make of an answer, and what of it its writer wrote. */
class OwnWordsTest {
    private static final String OWN = "I take mine with breakfast.\n\nThat helps.";

    private record Sample(String program, String mail) {}

    private static final Sample[] PLAIN = {
        new Sample("Gmail, English", """
                I take mine with breakfast.

                That helps.

                On Mon, Nov 3, 2025 at 10:12 AM Kith <house@example.org> wrote:

                > Somebody answered you
                >
                > Look at it:
                > https://kith.example.org/topics/1
                """),
        new Sample("Gmail, English, the line before the quote broken", """
                I take mine with breakfast.

                That helps.

                On Mon, Nov 3, 2025 at 10:12 AM Kith <
                post+a0123456789012345678901234567890123456789012345678901@example.org>
                wrote:

                > Somebody answered you
                """),
        new Sample("Gmail, German", """
                I take mine with breakfast.

                That helps.

                Am Mo., 3. Nov. 2025 um 10:12 Uhr schrieb Kith <house@example.org>:

                > Jemand hat dir geantwortet
                """),
        new Sample("Apple Mail, English, on a phone", """
                I take mine with breakfast.

                That helps.

                Sent from my iPhone

                > On 3. Nov 2025, at 10:12, Kith <house@example.org> wrote:
                >\u0020
                > \ufeffSomebody answered you
                """),
        new Sample("Apple Mail, German, on a phone", """
                I take mine with breakfast.

                That helps.

                Von meinem iPhone gesendet

                > Am 03.11.2025 um 10:12 schrieb Kith <house@example.org>:
                >\u0020
                > Jemand hat dir geantwortet
                """),
        new Sample("Outlook, English", """
                I take mine with breakfast.

                That helps.

                Kind regards,
                Maria Schmidt

                ________________________________
                From: Kith <house@example.org>
                Sent: Monday, November 3, 2025 10:12 AM
                To: Maria Schmidt <maria@example.org>
                Subject: Somebody answered you

                Somebody answered you
                """),
        new Sample("Outlook, German", """
                I take mine with breakfast.

                That helps.

                Von: Kith <house@example.org>
                Gesendet: Montag, 3. November 2025 10:12
                An: Maria Schmidt <maria@example.org>
                Betreff: Jemand hat dir geantwortet

                Jemand hat dir geantwortet
                """),
        new Sample("Outlook of old, German", """
                I take mine with breakfast.

                That helps.

                -----Ursprüngliche Nachricht-----
                Von: Kith <house@example.org>

                Jemand hat dir geantwortet
                """),
        new Sample("Outlook for Android", """
                I take mine with breakfast.

                That helps.

                Get Outlook for Android<https://aka.ms/AAb9ysg>
                ________________________________
                From: Kith <house@example.org>
                Sent: Monday, November 3, 2025 10:12:00 AM
                """),
        new Sample("Thunderbird, English, under the quote", """
                On 11/3/25 10:12, Kith wrote:
                > Somebody answered you
                >
                > Look at it:
                I take mine with breakfast.

                That helps.

                --\u0020
                Maria Schmidt, Hauptstraße 3
                """),
        new Sample("Thunderbird, German", """
                I take mine with breakfast.

                That helps.

                Am 03.11.25 um 10:12 schrieb Kith:
                > Jemand hat dir geantwortet
                """),
        new Sample("GMX on a phone, German", """
                I take mine with breakfast.

                That helps.

                Viele Grüße
                Maria Schmidt
                --
                Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.
                Am 03.11.25, 10:12, schrieb Kith <house@example.org>:
                > Jemand hat dir geantwortet
                """),
    };

    @TestFactory
    Stream<DynamicTest> eachProgramsPlainTextGivesTheWritersWordsAlone() {
        return Stream.of(PLAIN)
                .map(sample -> DynamicTest.dynamicTest(
                        sample.program(),
                        () -> assertThat(OwnWords.of(sample.mail())).isEqualTo(OWN)));
    }

    private static final Sample[] PAGES = {
        new Sample(
                "Gmail",
                "<div dir=\"ltr\"><p>I take mine with breakfast.</p><p>That helps.</p></div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon, Kith wrote:<br></div><blockquote>Somebody answered you</blockquote></div>"),
        new Sample(
                "Outlook",
                "<html><head><style>p{margin:0}</style></head><body><p>I take mine with breakfast.</p><p>That&nbsp;helps.</p><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Kith<br><b>Sent:</b> Monday</div><div>Somebody answered you</div></body></html>"),
        new Sample(
                "Outlook without its marks",
                "<p>I take mine with breakfast.</p><p>That helps.</p><div><b>Von:</b> Kith &lt;house@example.org&gt;<br><b>Gesendet:</b> Montag<br><b>An:</b> Maria</div><p>Jemand hat dir geantwortet</p>"),
        new Sample(
                "Apple Mail",
                "<p>I take mine with breakfast.</p><p>That helps.</p><div>Von meinem iPhone gesendet</div><div><br><blockquote type=\"cite\">Am 03.11.2025 um 10:12 schrieb Kith:<br></blockquote></div>"),
    };

    @TestFactory
    Stream<DynamicTest> eachProgramsPageGivesTheWritersWordsAlone() {
        return Stream.of(PAGES)
                .map(sample -> DynamicTest.dynamicTest(
                        sample.program(),
                        () -> assertThat(OwnWords.ofHtml(sample.mail())).isEqualTo(OWN)));
    }

    @Test
    void whatOnlyLooksLikeAQuoteStays() {
        var mail = "From: my nurse I learned this.\nOn Tuesday she wrote:\nTake it with food.\n- one\n- two";
        assertThat(OwnWords.of(mail)).isEqualTo(mail);
    }

    @Test
    void aThankYouAloneIsNotASignature() {
        assertThat(OwnWords.of("Liebe Grüße")).isEqualTo("Liebe Grüße");
    }

    @Test
    void anAddressThatIsSecretNeverGetsIntoAPost() {
        assertThat(OwnWords.of("I got post+a0123456789012345678901234567890123456789012345678901@example.org from you"))
                .isEqualTo("I got … from you");
    }

    @Test
    void aHugeMailOfBracketsIsReadInAMoment() {
        var huge = ("On " + "a ".repeat(200) + "\n").repeat(400);
        assertThat(OwnWords.of(huge)).isNotEmpty();
    }
}
