package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What is pointed out before it is posted, and what is left alone. */
class TracesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | email | Write to me at tane.h@example.org, any time",
                "en | phone | You can call me on 020 7946 0958 after six",
                "en | phone | My number is +64 21 123 4567",
                "de | phone | Ruf mich an: 0151 23456789, abends",
                "de | phone | Meine Nummer: +49 30 901820",
                "en | street | We live at 12 Orchard Road now",
                "en | street | Send it to 221B Baker Street please",
                "de | street | Ich wohne in der Lindenstraße 12 im zweiten Stock",
                "de | street | Kommt vorbei: Alter Weg 7a",
                "en | full-name | Hello, my name is Marama Hohepa and I am new",
                "de | full-name | Hallo, ich heiße Anna Schmidt und bin neu hier",
                "en | handle | I post it on https://www.instagram.com/marama.h every day",
                "en | handle | find me on insta: @marama_h",
                "en | own-name | It is me, Marama, again",
            })
    void isPointedOutWithWhereItStands(String language, String what, String text) {
        var found = in(language, text, List.of("Marama"));
        assertThat(found).extracting(Doubt::key).contains("conversation.trace." + what);
        assertThat(found).allSatisfy(doubt -> assertThat(text).contains(doubt.found()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I take 15 mg on Mondays and 10 000 IU of D3, since 2019-04-12",
                "en | My CRP went from 4.5 to 112 and 3 of 10 joints hurt",
                "en | B12 5MG helped, and ICD M05.9 is what they wrote",
                "en | It was 20 minutes on a way too cold Drive-in",
                "en | My name is on the list, I am called back on Friday",
                "de | Seit 2019 nehme ich 15 mg, davor 7,5 mg, 3 x am Tag 10 Tropfen",
                "de | Auf dem Weg 3 Mal Pause, der Platz 1 war frei, 10000 Schritte",
                "de | Ich heiße euch willkommen, schöne Grüße",
                "en | See https://www.nhs.uk/conditions/psoriasis and youtube.com/watch?v=abcdefg",
                "en | > My number is +64 21 123 4567",
            })
    void isLeftAlone(String language, String text) {
        assertThat(in(language, text, List.of())).isEmpty();
    }

    @Test
    void whoIsSureIsNotAskedAboutTheSameAgainButAboutWhatIsNew() {
        var first = in("en", "Mail me: a.b@example.org", List.of()).getFirst();
        assertThat(first.seen("x," + first.sign())).isTrue();
        assertThat(in("en", "Mail me: c.d@example.org", List.of()).getFirst().seen(first.sign()))
                .isFalse();
        assertThat(first.before()).isEqualTo("Mail me: ");
    }

    /** On the posts of the demonstration and, where they are, on the questions of real people: 3 of 1,151 texts are asked about, two of them for a name. */
    @Test
    void falseAlarmsAreRareInWhatPeopleReallyWrite() throws IOException {
        var files = Stream.of(
                        Path.of("src/main/resources/demo"),
                        Path.of("../shared/data/questions"),
                        Path.of("../../shared/data/questions"))
                .filter(Files::isDirectory)
                .flatMap(TracesTest::texts)
                .toList();
        assumeTrue(!files.isEmpty(), "no texts here");
        var asked = files.stream()
                .filter(text -> !in("en", text, List.of()).isEmpty())
                .toList();
        assertThat(asked.size()).isLessThanOrEqualTo(files.size() / 200);
    }

    @Test
    void findsEveryMailAddressThatOthersMarked() throws IOException {
        var file = Stream.of("../shared/data/privacy/sentences.jsonl", "../../shared/data/privacy/sentences.jsonl")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "../shared/data is not here");
        var mails = new int[2];
        for (var line : Files.readAllLines(file.get())) {
            var row = JSON.readTree(line);
            for (var span : row.get("spans")) {
                if (span.get("type").asString().equals("EMAIL_ADDRESS")) {
                    mails[0]++;
                    mails[1] += in("en", row.get("text").asString(), List.of()).stream()
                                    .anyMatch(doubt -> doubt.found()
                                            .contains(span.get("value").asString()))
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(mails[1]).isEqualTo(mails[0]);
    }

    private static Stream<String> texts(Path folder) {
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".jsonl"))
                    .flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .map(JSON::readTree)
                    .flatMap(row -> Stream.of("body", "message", "title")
                            .filter(row::hasNonNull)
                            .map(field -> row.get(field).asString()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Doubt> in(String language, String text, List<String> own) {
        return Traces.in("body", text, Locale.of(language), own);
    }
}
