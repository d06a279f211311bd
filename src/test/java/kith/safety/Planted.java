package kith.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plants a private thing of every kind in a town, each with a text that occurs nowhere else, and tells who may ever read it. */
@TestComponent
class Planted {
    /** One hidden text, what it lies in, and the names of those who may see it. */
    record Secret(String what, String text, List<String> readers) {}

    private final JdbcClient sql;

    Planted(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was planted, and the real ids that routes take. */
    record Garden(List<Secret> secrets, Map<String, String> ids) {}

    Garden plant(World.Town town, MemberId reporter, MemberId asker) {
        var garden = new Garden(new ArrayList<>(), new HashMap<>(RealIds.in(town)));
        conversation(garden, town);
        library(garden, town);
        cases(garden, town, reporter);
        practitioner(garden, town);
        advice(garden, town);
        community(garden, town, asker);
        rota(garden, town, asker);
        account(garden, town.author());
        return garden;
    }

    private static String hide(Garden garden, String what, String... readers) {
        var text = World.secret(what);
        garden.secrets().add(new Secret(what, text, List.of(readers)));
        return text;
    }

    private void conversation(Garden garden, World.Town town) {
        put(
                "insert into conversation.draft (member_id, key, fields, saved_at) values (:author, :key, jsonb_build_object('body', :text::text), now())",
                Map.of(
                        "author",
                        town.author().value(),
                        "key",
                        "reply:" + town.topic(),
                        "text",
                        hide(garden, "draft", "author")));
        var gone = Ids.next();
        put(
                """
                insert into conversation.post (id, topic_id, community_id, author_id, body, html, renderer, posted_at, state, withdrawn_at)
                values (:id, :topic, :community, :author, :text, :text, 1, now(), 'WITHDRAWN', now())""",
                Map.of(
                        "id",
                        gone,
                        "topic",
                        town.topic(),
                        "community",
                        town.id().value(),
                        "author",
                        town.author().value(),
                        "text",
                        hide(garden, "withdrawn post", "author")));
        put(
                "insert into conversation.revision (post_id, version, body, html, renderer, written_at) values (:id, 1, :text, :text, 1, now())",
                Map.of("id", gone, "text", hide(garden, "history of a withdrawn post", "author")));
        garden.ids().put("withdrawn", gone.toString());
        picture(garden, town);
    }

    private void picture(Garden garden, World.Town town) {
        var id = java.util.UUID.randomUUID();
        put(
                "insert into conversation.picture (id, member_id, post_id, alt, width, height, brought_at) values (:id, :author, :post, :text, 320, 200, now())",
                Map.of(
                        "id",
                        id,
                        "author",
                        town.author().value(),
                        "post",
                        town.post(),
                        "text",
                        hide(garden, "picture", World.EVERYBODY_INSIDE.toArray(String[]::new))));
        for (var size : List.of("SMALL", "LARGE")) {
            put(
                    "insert into conversation.picture_size (picture_id, size, content) values (:id, :size, :content)",
                    Map.of("id", id, "size", size, "content", new byte[] {(byte) 0xFF, (byte) 0xD8}));
        }
        put("update conversation.topic set furnished = true where id = :id", Map.of("id", town.topic()));
        garden.ids().put("post-pictures.id", id.toString());
        put(
                "insert into conversation.poll (id, post_id, question, several, shown, closes_at) values (:id, :post, :text, false, 'AT_CLOSE', now() + interval '1 day')",
                Map.of(
                        "id",
                        id,
                        "post",
                        town.post(),
                        "text",
                        hide(garden, "poll", World.EVERYBODY_INSIDE.toArray(String[]::new))));
        put("insert into conversation.poll_choice (poll_id, position, label) values (:id, 0, 'Yes')", Map.of("id", id));
        put(
                "insert into conversation.move (id, kind, community_id, topic_id, from_section_id, by_id, moved_at) values (:id, 'SECTION', :community, :topic, :section, :author, now())",
                Map.of(
                        "id",
                        id,
                        "community",
                        town.id().value(),
                        "topic",
                        town.topic(),
                        "section",
                        town.section().value(),
                        "author",
                        town.author().value()));
        garden.ids().put("polls.id", id.toString());
        garden.ids().put("moves.id", id.toString());
    }

    /** A private question of the author's that nobody holds, and a public one with an answer. */
    private void advice(Garden garden, World.Town town) {
        var open = Ids.next();
        var answer = Ids.next();
        question(garden, town, open, false, "ANSWERED", "A question");
        question(garden, town, Ids.next(), true, "ASKED", hide(garden, "private question", "author"));
        put("""
                insert into advice.entry (id, question_id, kind, author, profession, body, html, state, made_at, out_at, minutes)
                values (:id, :question, 'ANSWER', :who, 'Nurse', 'An answer', 'An answer', 'OUT', now(), now(), 5)""", Map.of("id", answer, "question", open, "who", java.util.UUID.randomUUID()));
        var piece = Ids.next();
        put(
                """
                insert into advice.piece (id, community_id, section_id, profession, language, title, body, sources, valid_until, state, changed_at)
                values (:id, :community, :section, 'Nurse', 'en', 'A piece', 'Words to adapt', '[]', current_date + 90, 'OUT', now())""",
                Map.of(
                        "id",
                        piece,
                        "community",
                        town.id().value(),
                        "section",
                        town.section().value()));
        garden.ids().put("piece.id", piece.toString());
        var waiting = Ids.next();
        question(garden, town, waiting, false, "ASKED", "A question that waits");
        garden.ids()
                .putAll(Map.of(
                        "question.id",
                        open.toString(),
                        "questions.id",
                        waiting.toString(),
                        "answer",
                        answer.toString(),
                        "sketches.key",
                        "ask:" + town.slug()));
        hour(garden, town, open);
    }

    /** An hour to come, with a question put to it. */
    private void hour(Garden garden, World.Town town, java.util.UUID question) {
        var hour = Ids.next();
        put("""
                insert into advice.hour (id, community_id, practitioner, title, starts_at, ends_at, most)
                values (:id, :community, :who, 'An hour', now() + interval '1 day', now() + interval '25 hours', 5)""", Map.of("id", hour, "community", town.id().value(), "who", java.util.UUID.randomUUID()));
        put(
                "insert into advice.gathered (question_id, hour_id) values (:id, :hour)",
                Map.of("id", question, "hour", hour));
        garden.ids().put("hour.id", hour.toString());
        garden.ids().put("question", question.toString());
    }

    private void question(
            Garden garden, World.Town town, java.util.UUID id, boolean closed, String state, String text) {
        put(
                """
                insert into advice.question (id, community_id, section_id, asker, anonymous, closed, title, body, html, language, asked_at, waits_since, due_at,
                    look_at, state, answered_at, ends_at)
                values (:id, :community, :section, :author, false, :closed, :text, :text, :text, '', now(), now(), now() + interval '1 day',
                    now() + interval '1 day', :state, case when :state = 'ANSWERED' then now() end, case when :state = 'ANSWERED' then now() + interval '9 days' end)""",
                Map.of(
                        "id",
                        id,
                        "community",
                        town.id().value(),
                        "section",
                        town.section().value(),
                        "author",
                        town.author().value(),
                        "closed",
                        closed,
                        "text",
                        text,
                        "state",
                        state));
    }

    private void practitioner(Garden garden, World.Town town) {
        var id = Ids.next();
        put(
                "delete from practitioner.application where community_id = :community",
                Map.of("community", town.id().value()));
        put(
                """
                insert into practitioner.application (id, community_id, member_id, sent_by, profession, register, number, jurisdiction, scope, sentence,
                    languages, valid_until, state, sent_at)
                values (:id, :community, :author, :author, :text, 'ncnz', :text, 'NZ', '{}', :text, '{en}', current_date + 9, 'WAITING', now())""",
                Map.of(
                        "id",
                        id,
                        "community",
                        town.id().value(),
                        "author",
                        town.author().value(),
                        "text",
                        hide(garden, "application", "author", "moderator", "manager")));
        garden.ids().put("applications.id", id.toString());
        put(
                """
                insert into conversation.correction (id, post_id, author_id, words, source_title, source_url, source_year, dangerous, made_at)
                values (:id, :post, :author, :text, 'A leaflet', 'https://example.org/', 2024, false, now())""",
                Map.of(
                        "id",
                        id,
                        "post",
                        town.post(),
                        "author",
                        town.author().value(),
                        "text",
                        hide(garden, "correction", World.EVERYBODY_INSIDE.toArray(String[]::new))));
        garden.ids().put("corrections.id", id.toString());
    }

    private void library(Garden garden, World.Town town) {
        var id = Ids.next();
        put(
                """
                insert into library.article (id, community_id, title, focus, focus_key, body, html, opening, renderer, review_due)
                values (:id, :community, :text, 'Sleep', 'sleep', :text, :text, :text, 1, current_date + 300)""",
                Map.of(
                        "id",
                        id,
                        "community",
                        town.id().value(),
                        "text",
                        hide(garden, "article", World.EVERYBODY_INSIDE.toArray(String[]::new))));
        garden.ids().put("articles.id", id.toString());
    }

    private void cases(Garden garden, World.Town town, MemberId reporter) {
        var file = Ids.next();
        var report = Ids.next();
        var duty = Ids.next();
        put(
                """
                insert into moderation.case (id, community_id, kind, subject_id, about, title, text, path, opened_at)
                values (:id, :community, 'post', :post, :author, 'A post', :text, '/posts/' || :post, now())""",
                Map.of(
                        "id",
                        file,
                        "community",
                        town.id().value(),
                        "post",
                        town.post(),
                        "author",
                        town.author().value(),
                        "text",
                        hide(garden, "case", "author", "moderator", "manager")));
        put(
                """
                insert into moderation.report (id, case_id, reporter_id, reason, words, at, promised_at)
                values (:id, :case, :reporter, 'WORRIED', :text, now(), now() + interval '1 day')""",
                Map.of(
                        "id",
                        report,
                        "case",
                        file,
                        "reporter",
                        reporter.value(),
                        "text",
                        hide(garden, "report", "reporter", "moderator", "manager")));
        put(
                """
                insert into duty.duty (id, community_id, kind, cause, risk, barred, about, opened_at, due_at)
                values (:id, :community, 'report', :cause, 'ROUTINE', :author, :about, now(), now() + interval '1 day')""",
                Map.of(
                        "id",
                        duty,
                        "community",
                        town.id().value(),
                        "cause",
                        "report:post/" + town.post(),
                        "author",
                        town.author().value(),
                        "about",
                        "/cases/" + town.slug() + "/" + file));
        garden.ids()
                .putAll(Map.of("cases.id", file.toString(), "reports.id", report.toString(), "duty", duty.toString()));
    }

    /** A shift of nobody on the matrix, one turn of it on offer, and a private absence. */
    private void rota(Garden garden, World.Town town, MemberId asker) {
        var shift = Ids.next();
        var swap = Ids.next();
        var absence = Ids.next();
        put("""
                insert into community.shift (id, community_id, account_id, days, from_at, to_at, zone, since)
                values (:id, :community, :who, 127, '00:00', '00:00', 'UTC', current_date - 2)""", Map.of("id", shift, "community", town.id().value(), "who", asker.value()));
        put(
                "insert into community.swap (id, shift_id, day, offered_at) values (:id, :shift, current_date, now())",
                Map.of("id", swap, "shift", shift));
        put("""
                insert into community.absence (id, community_id, account_id, from_day, to_day, begins, ends)
                values (:id, :community, :who, current_date, current_date, now(), now() + interval '1 day')""", Map.of("id", absence, "community", town.id().value(), "who", asker.value()));
        garden.ids().putAll(Map.of("shift", shift.toString(), "swap", swap.toString(), "absence", absence.toString()));
    }

    private void community(Garden garden, World.Town town, MemberId asker) {
        var request = Ids.next();
        var invite = Ids.next();
        put(
                "insert into community.request (id, community_id, account_id, words) values (:id, :community, :who, :text)",
                Map.of(
                        "id",
                        request,
                        "community",
                        town.id().value(),
                        "who",
                        asker.value(),
                        "text",
                        hide(garden, "join request", "asker", "moderator", "manager")));
        put(
                """
                insert into community.invite (id, community_id, secret, email, uses_left, expires_at)
                values (:id, :community, :secret, :text, 1, now() + interval '7 days')""",
                Map.of(
                        "id",
                        invite,
                        "community",
                        town.id().value(),
                        "secret",
                        invite.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "text",
                        hide(garden, "invited address", "manager") + "@example.org"));
        put(
                "insert into community.answer (community_id, account_id, question, words, shared) values (:community, :who, 'hope', :text, false)",
                Map.of(
                        "community",
                        town.id().value(),
                        "who",
                        town.author().value(),
                        "text",
                        hide(garden, "unshared answer", "author")));
        garden.ids().putAll(Map.of("requests.id", request.toString(), "invites.id", invite.toString()));
    }

    private void account(Garden garden, MemberId author) {
        put(
                "update identity.session set device = :text where account_id = :who",
                Map.of("who", author.value(), "text", hide(garden, "device", "author")));
        garden.secrets()
                .add(new Secret(
                        "e-mail address",
                        sql.sql("select split_part(email, '@', 1) from identity.account where id = :who")
                                .param("who", author.value())
                                .query(String.class)
                                .single(),
                        List.of("author", "operator")));
        var mail = Ids.next();
        put("""
                insert into notification.mail (id, account_id, address, locale, subject, body, html, state)
                values (:id, :who, 'kept@example.org', 'en', 'News', :text, :text, 'KEPT')""", Map.of("id", mail, "who", author.value(), "text", hide(garden, "kept mail", "author", "operator")));
        garden.ids().put("mails.id", mail.toString());
        var phone = Ids.next();
        put(
                "insert into notification.device (id, account_id, endpoint, key, auth, name) values (:id, :who, :text || '-' || :id, '', '', :text)",
                Map.of("id", phone, "who", author.value(), "text", hide(garden, "device that tells", "author")));
        garden.ids().put("devices.id", phone.toString());
        var bundle = Ids.next();
        put("""
                insert into notification.bundle (id, account_id, thread_id, community_id, last_id, unseen, silenced)
                values (:id, :who, :id, :id, :id, true, true)""", Map.of("id", bundle, "who", author.value()));
        garden.ids().put("notices.id", bundle.toString());
    }

    private void put(String statement, Map<String, ?> params) {
        sql.sql(statement).params(params).update();
    }
}
