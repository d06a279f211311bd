package kith.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Marama asks; Ruth and Farah are nurses, Ana manages, Jo is a member like Marama. All of them without scripts. */
class AdviceWalkTest extends AdviceWalk {
    @Autowired
    Routes routes;

    @Autowired
    SecondReaders readers;

    @Autowired
    QuestionEndings endings;

    @Test
    void aQuestionIsAskedPromisedRoutedReadTwiceAnsweredAndHelps() {
        var marama = visitor("Marama");
        var asking = marama.get("/questions/" + slug + "/new");
        assertThat(asking.text()).contains("A practitioner answers by", "If it is urgent", "Only whoever answers");
        var refused = marama.submit(asking, "/questions/" + slug, Map.of("body", "It began in May."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("textarea[name=body]").wholeText())
                .contains("It began in May.");

        var path = ask(marama, "May I take folic acid the same day?", Map.of());
        var stands = marama.get(path);
        assertThat(stands.text())
                .contains("An answer is promised by", "(Nurse) is asked: keeps no fixed hours, 1 question in hand");
        var asked = stands.text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var other = asked.equals("Ruth") ? "Farah" : "Ruth";

        var nurse = visitor(asked);
        assertThat(nurse.get("/round/" + slug).text()).contains("May I take folic acid", "Answer");
        assertThat(visitor("Jo").get(path).text())
                .contains("May I take folic acid")
                .doesNotContain("Your answer");
        var bare = nurse.submit(
                nurse.get(path), path + "/answers", Map.of("body", "Ask about the day after.", "until", UNTIL));
        assertThat(bare.status()).as("an answer needs a source").isEqualTo(422);
        assertThat(bare.text()).contains("name at least one source");
        assertThat(bare.page().selectFirst("textarea[name=body]").wholeText()).contains("Ask about the day after.");

        assertThat(answer(nurse, path).location()).isEqualTo(path);
        assertThat(marama.get(path).text())
                .contains("An answer is written. " + other + " reads it before it goes out.")
                .doesNotContain("usually the day after", "is asked");
        var reader = visitor(other);
        assertThat(reader.get("/round/" + slug).text()).contains("An answer waits for a second reader");
        var reading = reader.get(path);
        assertThat(reading.text()).contains("usually the day after", "Let it go out");
        var release = reading.page().selectFirst("form[action$=/release]").attr("action");
        reader.submit(
                reading, release.replace("/release", "/comments"), Map.of("words", "Say that their team decides."));
        assertThat(nurse.get(path).text()).contains("Say that their team decides.");
        assertThat(nurse.post(release, Map.of()).status())
                .as("nobody lets their own answer out")
                .isEqualTo(404);
        var before = reader.get(path);
        sql.sql("update advice.entry set version = version + 1 where id = cast(:id as uuid)")
                .param("id", release.replaceAll(".*/answers/|/release", ""))
                .update();
        reader.submit(before, release, Map.of());
        assertThat(marama.get(path).text())
                .as("what was changed since it was read stays in")
                .doesNotContain("usually the day after");
        reader.submit(reader.get(path), release, Map.of());

        var answered = marama.get(path);
        assertThat(answered.text())
                .contains(
                        "usually the day after",
                        "✓ Nurse",
                        "answered in 1 minute",
                        "read by " + other,
                        "General information")
                .doesNotContain("Say that their team decides.");
        assertThat(outcome(path)).isEqualTo("MET");
        assertThat(marama.get("/notices").text()).contains("has an answer");
        assertThat(marama.submit(answered, path + "/end", Map.of("helped", "yes"))
                        .status())
                .isEqualTo(303);
        assertThat(marama.get(path).text()).contains("This helped");
    }

    /** A private question is seen by its asker, its holder and its second reader; a manager sees that it waits and not what it says. */
    @Test
    void aPrivateQuestionIsReadByNobodyWhoNeedNot() {
        var marama = visitor("Marama");
        var path = ask(marama, "canary of a private question", Map.of("audience", "closed"));
        var asked = marama.get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var other = asked.equals("Ruth") ? "Farah" : "Ruth";

        assertThat(visitor(asked).get(path).text()).contains("canary");
        for (var nobody : new String[] {other, "Jo", "Ana"}) {
            assertThat(visitor(nobody).get(path).status()).as(nobody).isEqualTo(404);
            for (var page : new String[] {"/questions/", "/round/", "/conversations/", "/promises/"}) {
                assertThat(visitor(nobody).get(page + slug).body())
                        .as(nobody + page)
                        .doesNotContain("canary");
            }
        }
        var id = path.substring("/question/".length());
        var waiting = visitor("Ana").get("/questions/" + slug + "/waiting/" + id);
        assertThat(waiting.text()).contains("asked in private", "Ruth", "Farah").doesNotContain("canary");
        var given = visitor("Ana");
        given.submit(
                given.get("/questions/" + slug + "/waiting/" + id),
                "/questions/" + slug + "/waiting/" + id,
                Map.of("to", ids.get(other).toString()));
        assertThat(visitor(other).get(path).text()).contains("canary");
        assertThat(visitor(asked).get(path).status())
                .as("handed to somebody else")
                .isEqualTo(404);

        answer(visitor(other), path);
        assertThat(visitor(asked).get(path).text()).as("the second reader").contains("canary", "usually the day after");
        assertThat(visitor("Ana").get(path).status()).isEqualTo(404);
        assertThat(visitor("Jo")
                        .post("/questions/" + slug + "/before", Map.of("title", "canary of a private question"))
                        .body())
                .doesNotContain("canary");
    }

    @Test
    void anAnonymousQuestionHidesItsAskerFromEverybody() {
        var marama = visitor("Marama");
        var path = ask(marama, "Is this tiredness usual?", Map.of("as", "anonymous"));
        for (var somebody : new String[] {"Ruth", "Farah", "Jo", "Ana"}) {
            assertThat(visitor(somebody).get(path).body())
                    .as(somebody)
                    .doesNotContain("Marama", ids.get("Marama").toString());
            assertThat(visitor(somebody).get("/round/" + slug).body()).doesNotContain("Marama");
            assertThat(visitor(somebody).get("/questions/" + slug).body()).doesNotContain("Marama");
        }
        assertThat(marama.get(path).text()).contains("Asked by you, anonymously");
    }

    @Test
    void aStandingAnswerIsPutRightAndWhoReadItHears() {
        found("quit-smoking");
        var marama = visitor("Marama");
        var path = ask(marama, "Do patches and gum go together?", Map.of());
        var asked = marama.get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var nurse = visitor(asked);
        answer(nurse, path);
        assertThat(visitor("Jo").get(path).text()).contains("usually the day after");
        var edit = nurse.get(path).page().selectFirst("a[href$=/edit]").attr("href");
        var form = nurse.get(edit);
        var where = edit.replace("/edit", "");
        assertThat(nurse.submit(form, where, Map.of("body", "Two days after.", "until", UNTIL))
                        .status())
                .as("a correction needs its reason")
                .isEqualTo(422);
        nurse.submit(
                nurse.get(edit),
                where,
                Map.of(
                        "body",
                        "Two days after.",
                        "until",
                        UNTIL,
                        "source-0",
                        "Guide",
                        "reason",
                        "The guide has changed"));
        assertThat(visitor("Jo").get(path).text())
                .contains("Two days after.", "The guide has changed", "It said before", "usually the day after");
        assertThat(visitor("Jo").get("/notices").text()).contains("was put right");
        assertThat(visitor(asked.equals("Ruth") ? "Farah" : "Ruth").get(edit).status())
                .isEqualTo(404);

        marama.submit(marama.get(path), path + "/on", Map.of("body", "And on weekends?"));
        assertThat(marama.get(path).text()).contains("And on weekends?", asked + " (Nurse) is asked");
        assertThat(nurse.get("/round/" + slug).text()).contains("Do patches and gum");
    }

    @Test
    void whoPassesItOnSaysWhyAndTheNextOneIsAskedAndNobodyTwice() {
        var marama = visitor("Marama");
        var path = ask(marama, "Which cushion helps?", Map.of());
        var first = marama.get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var second = first.equals("Ruth") ? "Farah" : "Ruth";
        pass(first, path);
        assertThat(marama.get(path).text())
                .contains(first + " passed it on: Not my field", second + " (Nurse) is asked");
        pass(second, path);
        assertThat(marama.get(path).text()).contains("Nobody is there for it just now");
        routes.again();
        assertThat(marama.get(path).text()).contains("Nobody is there for it just now");
    }

    /** Nobody is asked who could not answer, and whose credential ran out takes nothing from the round. */
    @Test
    void whoseCredentialRanOutTakesNothingAndReadsNothingPrivate() {
        found("quit-smoking");
        sql.sql("update practitioner.credential set ends_at = now() - interval '1 minute' where member_id = :who")
                .param("who", ids.get("Ruth").value())
                .update();
        sql.sql("update community.membership set role = 'MODERATOR' where account_id = :who")
                .param("who", ids.get("Farah").value())
                .update();
        var path = ask(visitor("Marama"), "May I ask you alone?", Map.of("audience", "closed"));
        assertThat(visitor("Marama").get(path).text()).contains("Nobody is there for it just now");
        var duty = sql.sql("select id from duty.duty where cause = 'question:' || :id")
                .param("id", path.substring(path.lastIndexOf('/') + 1))
                .query(java.util.UUID.class)
                .single();
        var ruth = visitor("Ruth");
        var round = "/round/" + slug;
        ruth.submit(ruth.get(round), round + "/" + duty + "/claim", Map.of());
        assertThat(ruth.get(round).text()).doesNotContain("May I ask you alone?");
        assertThat(ruth.get(path).status()).isEqualTo(404);
        assertThat(ruth.get("/practitioners/" + slug).text())
                .as("and finds the way to renew it")
                .contains("Renew");
    }

    /** What was typed stands there again, whatever happened meanwhile. */
    @Test
    void anAnswerThatComesTooLateOrAfterItsCredentialEndedKeepsItsWords() {
        found("quit-smoking");
        var path = ask(visitor("Marama"), "Do patches and gum go together?", Map.of());
        var asked = visitor("Marama").get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var other = asked.equals("Ruth") ? "Farah" : "Ruth";
        var nurse = visitor(asked);
        nurse.get(path);
        sql.sql("update practitioner.credential set ends_at = now() - interval '1 minute' where member_id = :who")
                .param("who", ids.get(asked).value())
                .update();
        var expired = answer(nurse, path);
        assertThat(expired.status()).isEqualTo(422);
        assertThat(expired.text()).contains("has run out");
        assertThat(expired.page().selectFirst("textarea[name=body]").wholeText())
                .contains("usually the day after");
        sql.sql("update practitioner.credential set ends_at = now() + interval '9 days' where member_id = :who")
                .param("who", ids.get(asked).value())
                .update();
        answer(nurse, path);
        var late = visitor(other);
        late.get(path);
        var kept = late.post(
                path + "/answers",
                Map.of("body", "Mine would have been longer.", "until", UNTIL, "source-0", "A leaflet"));
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.text()).contains("went out while you wrote");
        assertThat(kept.page().selectFirst("textarea[name=body]").wholeText()).contains("Mine would have been longer.");
    }

    private void pass(String who, String path) {
        var nurse = visitor(who);
        nurse.submit(nurse.get(path), path + "/holding/removal", Map.of("reason", "Not my field"));
    }

    @Test
    void whoDoesNotComeToItIsPassedOverAfterAThirdOfTheTime() {
        var path = ask(visitor("Marama"), "Does heat help?", Map.of());
        var first = visitor("Marama").get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        routes.again();
        assertThat(visitor("Marama").get(path).text()).contains(first + " (Nurse) is asked");
        sql.sql("update advice.question set look_at = now() where id = :id")
                .param("id", id(path))
                .update();
        routes.again();
        assertThat(visitor("Marama").get(path).text())
                .contains((first.equals("Ruth") ? "Farah" : "Ruth") + " (Nurse) is asked");
    }

    /** Late, and both were asked: it comes round once more, but not to who said that it is not theirs, and it stays with whoever was given it just now. */
    @Test
    void whatEverybodyLetLieIsAskedForOnceMoreWhenItIsLate() {
        var path = ask(visitor("Marama"), "Does heat help?", Map.of());
        var first = visitor("Marama").get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var second = first.equals("Ruth") ? "Farah" : "Ruth";
        late(path);
        routes.again();
        assertThat(visitor("Marama").get(path).text()).contains(second + " (Nurse) is asked");
        routes.again();
        assertThat(visitor("Marama").get(path).text()).contains(second + " (Nurse) is asked");
        late(path);
        routes.again();
        assertThat(visitor("Marama").get(path).text()).as("once more").contains(first + " (Nurse) is asked");
        late(path);
        hand(path, second);
        routes.again();
        assertThat(visitor("Marama").get(path).text())
                .as("given by hand just now")
                .contains(second + " (Nurse) is asked");
        pass(second, path);
        assertThat(visitor("Marama").get(path).text()).contains(first + " (Nurse) is asked");
        late(path);
        routes.again();
        assertThat(visitor("Marama").get(path).text())
                .as("not to who passed it on")
                .contains(first + " (Nurse) is asked");
    }

    /** As if it waited for three days and nobody had looked for a while. */
    private void late(String path) {
        sql.sql(
                        "update advice.question set waits_since = now() - interval '3 days', due_at = now() - interval '2 days', look_at = now() where id = :id")
                .param("id", id(path))
                .update();
    }

    @Test
    void anAnsweredQuestionEndsByTheDayThatItsPageNamed() {
        found("quit-smoking");
        var marama = visitor("Marama");
        var path = ask(marama, "How long do cravings last?", Map.of());
        answer(visitor(marama.get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah"), path);
        assertThat(marama.get(path).text()).contains("this question ends on");
        endings.end();
        assertThat(marama.get(path).text()).contains("Ask a follow-up question");
        sql.sql("update advice.question set ends_at = now() where id = :id")
                .param("id", id(path))
                .update();
        endings.end();
        assertThat(marama.get(path).text()).contains("This question has ended").doesNotContain("How does it go on");
    }

    /** Nobody is there to read it when it is written: whoever comes first is asked. */
    @Test
    void anAnswerThatNobodyReadsYetIsGivenToWhoeverComes() {
        var marama = visitor("Marama");
        var path = ask(marama, "Is warm water better?", Map.of("audience", "closed"));
        var asked = marama.get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var other = asked.equals("Ruth") ? "Farah" : "Ruth";
        sql.sql(
                        "insert into practitioner.boundaries (community_id, member_id, zone, hours, daily, open, declined, starts_private, off_duty) values (:here, :who, 'UTC', '{}', 0, 0, '{}', false, '')")
                .param("here", here.value())
                .param("who", ids.get(other).value())
                .update();
        answer(visitor(asked), path);
        assertThat(visitor(other).get(path).status()).isEqualTo(404);
        sql.sql("update practitioner.boundaries set daily = 5, open = 5 where member_id = :who")
                .param("who", ids.get(other).value())
                .update();
        readers.again();
        assertThat(visitor(other).get(path).text()).contains("Let it go out");
    }

    @Test
    void whatWasTypedIsKept() {
        var marama = visitor("Marama");
        marama.post("/sketches/ask:" + slug, Map.of("title", "Half a question", "body", "and half a"));
        assertThat(marama.get("/questions/" + slug + "/new")
                        .page()
                        .selectFirst("input[name=title]")
                        .val())
                .isEqualTo("Half a question");
    }

    /** Whoever is too late, or leaves in the middle, has their words still. */
    @Test
    void noAnswerThatWasTypedIsLost() {
        var marama = visitor("Marama");
        var path = ask(marama, "Is cold water worse?", Map.of());
        var asked = marama.get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah";
        var nurse = visitor(asked);
        var open = nurse.get(path);
        answer(nurse, path);
        var twice = nurse.submit(
                open,
                path + "/answers",
                Map.of("body", "canary of a second one", "until", UNTIL, "source-0", "A guide"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.page().selectFirst("textarea[name=body]").wholeText()).contains("canary of a second one");

        var edit = nurse.get(path).page().selectFirst("a[href$=/edit]").attr("href");
        var id = edit.replaceAll(".*/answers/|/edit", "");
        nurse.get(edit);
        nurse.post("/sketches/correct:" + id, Map.of("body", "canary of a change"));
        assertThat(nurse.get(edit).page().selectFirst("textarea[name=body]").wholeText())
                .contains("canary of a change");
    }

    @Test
    void whatIsTypedToAskOnIsKeptUntilItIsSent() {
        found("quit-smoking");
        var marama = visitor("Marama");
        var path = ask(marama, "How long do dreams last?", Map.of());
        answer(visitor(marama.get(path).text().contains("Ruth (Nurse)") ? "Ruth" : "Farah"), path);
        var on = path + "/on";
        marama.post("/sketches/on:" + id(path), Map.of("body", "canary of asking on"));
        var open = marama.get(path);
        assertThat(open.page().selectFirst("textarea[name=body]").wholeText()).contains("canary of asking on");
        marama.submit(open, on, Map.of("body", "And after a month?"));
        assertThat(marama.get(path).text()).doesNotContain("canary of asking on");
    }

    private String outcome(String path) {
        return sql.sql("select outcome from duty.duty where cause = :cause")
                .param("cause", QuestionDuty.cause(id(path)))
                .query(String.class)
                .single();
    }
}
