package kith.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The communities that come with the house: whole, different from each other, and with help that somebody can reach. */
class ShippedPacksTest {
    private static final Packs PACKS = Packs.shipped();

    @Test
    void everyShippedPackIsGood() {
        assertThat(PACKS.refused()).extracting(PackProblem::sentence).isEmpty();
        assertThat(PACKS.all())
                .extracting(Pack::edition)
                .containsExactlyInAnyOrder(
                        new Pack.Edition("autoimmune", "en", 1), new Pack.Edition("autoimmune", "de", 1),
                        new Pack.Edition("quit-smoking", "en", 2), new Pack.Edition("quit-smoking", "de", 2),
                        new Pack.Edition("drink-less", "en", 1), new Pack.Edition("drink-less", "de", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "autoimmune | hello, daily-life, medicines, flares-and-fatigue, work-and-people, good-days",
                "quit-smoking | first-days, cravings, twelve-weeks, slips, patches-and-tablets, wins",
                "drink-less | start-here, today, evenings-and-company, slips-and-restarts, health-questions, family, wins"
            })
    void theRoomsHaveTheirAddresses(String id, String slugs) {
        for (var language : List.of("en", "de")) {
            assertThat(pack(id, language).sections())
                    .extracting(Pack.Section::slug)
                    .containsExactly(slugs.split(", "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"autoimmune", "quit-smoking", "drink-less"})
    void bothLanguagesMeanTheSame(String id) {
        assertThat(skeleton(pack(id, "de"))).isEqualTo(skeleton(pack(id, "en")));
        assertThat(pack(id, "de").words()).isNotEqualTo(pack(id, "en").words());
    }

    @Test
    void noTwoCommunitiesShareTheirWordsOrTheirLook() {
        differ(Pack::look);
        differ(Pack::welcome);
        differ(pack -> pack.look().light().accent());
        differ(pack -> pack.look().motif());
        Stream.<Function<Pack.Words, String>>of(
                        Pack.Words::member,
                        Pack.Words::greeting,
                        Pack.Words::startTopic,
                        Pack.Words::reply,
                        Pack.Words::setback,
                        Pack.Words::supporter,
                        Pack.Words::farewell)
                .forEach(word -> differ(pack -> word.apply(pack.words())));
    }

    @Test
    void whereverTamaLivesThereIsSomebodyToCall() {
        for (var pack : PACKS.all()) {
            for (var country : List.of("NZ", "AU", "GB", "IE", "DE", "AT", "CH", "US", "CA", "PT", "IN")) {
                assertThat(pack.crisisHelp(country).lines())
                        .anyMatch(line -> line.about() == Pack.About.CRISIS && line.phone() != null);
            }
            assertThat(pack.crisisHelp("FJ").advice()).contains("112");
        }
        assertThat(pack("autoimmune", "en").crisisHelp("NZ").lines().getFirst().phone())
                .isEqualTo("1737");
    }

    @Test
    void aGlassHoldsWhatItHoldsInEachCountry() {
        var pack = pack("drink-less", "en");
        assertThat(pack.standardDrink("GB")).contains(BigDecimal.valueOf(8));
        assertThat(pack.standardDrink("CA")).contains(new BigDecimal("13.45"));
        assertThat(pack.standardDrink("FR")).contains(BigDecimal.valueOf(10));
        assertThat(pack("autoimmune", "en").standardDrink("GB")).isEmpty();
    }

    @Test
    void whoeverMeansToStopDrinkingSuddenlyReadsTheWarning() {
        var pack = pack("drink-less", "en");
        assertThat(pack.cardsIn(pack.section("start-here").orElseThrow()))
                .extracting(Pack.Card::id)
                .contains("before-you-stop");
        assertThat(found(pack, "I'm going cold turkey tonight")).contains("sudden-stop");
        assertThat(found(pack, "Can’t   stop shaking since Monday")).contains("withdrawal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quit-smoking | en | I am dying for a smoke | ",
                "quit-smoking | en | I was killing myself with every cigarette, so I stopped | ",
                "quit-smoking | en | I don’t want to be here anymore | wants-to-die",
                "quit-smoking | en | I have given up smoking! | ",
                "autoimmune | en | Some nights I WANT TO  DIE | wants-to-die",
                "autoimmune | en | thoughts of suicide | wants-to-die",
                "autoimmune | en | I cut myself some slack today | ",
                "autoimmune | en | I stopped my prednisone on Friday | medicine-stopped",
                "autoimmune | de | Ich will nicht mehr leben | wants-to-die",
                "drink-less | de | Ich bin so allein heute Abend | without-hope",
                "drink-less | en | What a lovely Sunday morning | "
            })
    void screeningFindsThePersonAndLeavesTheIdiom(String id, String language, String text, String expected) {
        assertThat(String.join(",", found(pack(id, language), text))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aHouseAddsItsOwnPackAndHearsWhatIsWrongWithAnother(@TempDir Path home) throws IOException {
        var folder = Files.createDirectories(home.resolve("packs"));
        Files.writeString(folder.resolve("small.yaml"), SmallPack.text());
        Files.writeString(
                folder.resolve("small-2.yaml"), SmallPack.with("version: 1\nlanguage", "version: 2\nlanguage"));
        Files.writeString(folder.resolve("zz-again.yaml"), SmallPack.text());
        Files.writeString(folder.resolve("bad.yaml"), SmallPack.with("slug: wins", "slug: hello"));

        var packs = Packs.of(home);

        assertThat(packs.newest("small", "de")).map(Pack::version).contains(2);
        assertThat(packs.find(new Pack.Edition("small", "en", 1))).isPresent();
        assertThat(packs.newest("autoimmune", "de")).map(Pack::language).contains("de");
        assertThat(packs.newest("en"))
                .extracting(Pack::id)
                .containsExactly("autoimmune", "quit-smoking", "drink-less", "small");
        assertThat(packs.refused())
                .extracting(PackProblem::sentence)
                .containsExactly(
                        "bad.yaml, line 43: section slug “hello” is used twice",
                        "zz-again.yaml, line 1: “small” (en) has a version 1 already; count its version up");
    }

    @Test
    void aHouseWithoutPacksOfItsOwnHasTheShippedOnes(@TempDir Path home) {
        assertThat(Packs.of(home).all()).isEqualTo(PACKS.all());
    }

    private static Pack pack(String id, String language) {
        return PACKS.newest(id, language).orElseThrow();
    }

    private static List<String> found(Pack pack, String text) {
        return pack.screening().stream()
                .filter(entry -> entry.matches(text))
                .map(Pack.Screening::id)
                .toList();
    }

    private static void differ(Function<Pack, Object> what) {
        assertThat(PACKS.newest("en").stream().map(what)).doesNotHaveDuplicates();
    }

    /** All that a program relies on, without the words. */
    private static String skeleton(Pack pack) {
        return Stream.of(
                        pack.look(),
                        pack.joining(),
                        pack.visibility(),
                        pack.minimumAge(),
                        pack.promises(),
                        pack.standardDrinks(),
                        pack.guidelines().version(),
                        pack.guidelines().rules().stream().map(Pack.Rule::id).toList(),
                        pack.onboarding().stream()
                                .flatMap(step -> step.questions().stream())
                                .map(ShippedPacksTest::bones)
                                .toList(),
                        pack.sections().stream()
                                .map(each -> each.slug() + each.kind() + each.contentNote())
                                .toList(),
                        pack.contentNotes().stream().map(Pack.ContentNote::id).toList(),
                        pack.trackers().stream()
                                .map(each -> each.id()
                                        + each.scale().kind()
                                        + each.scale().max()
                                        + each.licence())
                                .toList(),
                        pack.milestones().stream()
                                .map(each -> each.id() + each.counts() + each.target() + each.tracker())
                                .toList(),
                        pack.planTemplates().stream()
                                .flatMap(plan -> plan.activities().stream())
                                .map(each -> each.id() + each.goal() + each.timing())
                                .toList(),
                        pack.crisisLines().values().stream()
                                .flatMap(help -> help.lines().stream())
                                .map(line -> line.name() + line.phone() + line.checked())
                                .toList(),
                        pack.screening().stream()
                                .map(each -> each.id() + each.risk())
                                .toList(),
                        pack.playbook().stream().map(Pack.PlaybookEntry::id).toList(),
                        pack.cards().stream()
                                .map(each -> each.id() + each.sections() + each.screening())
                                .toList())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String bones(Pack.Question question) {
        return question.id()
                + question.kind()
                + question.sharing()
                + question.optional()
                + question.options().stream().map(Pack.Choice::id).toList();
    }
}
