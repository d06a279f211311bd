package kith.setup;

import static org.assertj.core.api.Assertions.assertThat;

import kith.page.Markdown;
import org.junit.jupiter.api.Test;

/** Long runs of text become readable without a word more or less. */
class ReadableTest {
    @Test
    void aHeadingThatOnlyRepeatsTheTitleGoes() {
        assertThat(Readable.markdown(
                        "What are the signs and symptoms of Lupus? Many people are tired. Some have a rash.",
                        "What are the symptoms of Lupus?"))
                .isEqualTo("Many people are tired. Some have a rash.");
    }

    @Test
    void anotherQuestionStays() {
        assertThat(Readable.markdown("Is it contagious? No.", "What is Lupus?")).isEqualTo("Is it contagious? No.");
    }

    @Test
    void sentencesGatherIntoParagraphsAndAbbreviationsEndNone() {
        var sentence =
                "Dr. Lin says that warm water helps many people e.g. in the morning before they use their hands for anything at all. ";
        var text = Readable.markdown(sentence.repeat(8), "Hands");
        assertThat(text.split("\n\n")).hasSizeBetween(2, 4).allMatch(p -> p.startsWith("Dr. Lin") && p.endsWith("."));
    }

    @Test
    void runInListsBecomeListsAndAreNotSaidTwice() {
        var text = Readable.markdown(
                "Quit plans - keep you focused - help you prepare. keep you focused help you prepare. Then pick a date.",
                "Quitting");
        assertThat(text).contains("- keep you focused\n- help you prepare").endsWith("Then pick a date.");
    }

    @Test
    void signsOfMarkdownStaySigns() {
        assertThat(Markdown.render(Readable.markdown("1. Take *one* [tablet] <daily> # now", ""))
                        .plain())
                .contains("1.", "*one* [tablet] <daily> # now");
    }

    @Test
    void theTableOfSignsIsAListAgain() {
        var text = Readable.markdown(
                "The Human Phenotype Ontology provides the following list. Signs and Symptoms Approximate number of patients (when available) Arthralgia 90% Skin rash 7.5% Uveitis - The Human Phenotype Ontology (HPO) has collected information.",
                "x");
        assertThat(text)
                .contains("- Arthralgia: 90%\n- Skin rash: 7.5%\n- Uveitis\n")
                .endsWith("(HPO) has collected information.");
    }
}
