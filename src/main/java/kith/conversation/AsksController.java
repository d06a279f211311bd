package kith.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.community.InPlace;
import kith.community.Place;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking a member by name to answer: for hosts. */
@Controller
@For(Audience.MEMBERS)
class AsksController {
    private final Topics topics;
    private final Asks asks;
    private final MembersHere named;

    AsksController(Topics topics, Asks asks, MembersHere named) {
        this.topics = topics;
        this.asks = asks;
        this.named = named;
    }

    /** Whom to ask: one of those offered, or somebody by their name. */
    public record AskForm(@Nullable UUID member, String name) {
        public AskForm {
            name = Typed.line(name);
        }
    }

    /** Where a host chooses. */
    public record NewAskPage(Topic topic, List<Asks.Helper> helpers, AskForm form, Refusals refusals)
            implements Page, InPlace {
        @Override
        public Place place() {
            return topic.place();
        }

        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/topics/{id}/asks/new")
    Answer new_(Viewer viewer, @PathVariable TopicId id) {
        return page(hosted(viewer, id), new AskForm(null, ""), Refusals.NONE);
    }

    @PostMapping("/topics/{id}/asks")
    Answer create(Viewer viewer, @PathVariable TopicId id, AskForm form) {
        var topic = hosted(viewer, id);
        var who = chosen(topic, form);
        var refused = who.map(one -> against(topic, one))
                .orElse(Optional.of(Refusal.in("name", "conversation.ask.refusal.nobody")));
        if (refused.isPresent()) {
            return page(topic, form, Refusals.of(refused.get()));
        }
        asks.add(topic, who.orElseThrow());
        return new SeeOther(topic.path(), "conversation.ask.done");
    }

    /** A name counts before a choice: it was typed. */
    private Optional<MemberId> chosen(Topic topic, AskForm form) {
        return form.name().isEmpty()
                ? Optional.ofNullable(form.member()).map(MemberId::new).filter(who -> named.belongs(topic.place(), who))
                : named.find(topic.place(), form.name()).map(Card::id);
    }

    private Optional<Refusal> against(Topic topic, MemberId who) {
        if (topic.place().viewer().is(who)) {
            return Optional.of(Refusal.in("name", "conversation.ask.refusal.self"));
        }
        if (who.equals(topic.author().id())) {
            return Optional.of(Refusal.in("name", "conversation.ask.refusal.author"));
        }
        return asks.rests(topic, who)
                ? Optional.of(Refusal.in("name", "conversation.ask.refusal.rests", Asks.REST.toDays()))
                : Optional.empty();
    }

    private Topic hosted(Viewer viewer, TopicId id) {
        var topic = topics.find(viewer, id);
        if (!topic.mayAsk()) {
            throw new NotHere();
        }
        return topic;
    }

    private NewAskPage page(Topic topic, AskForm form, Refusals refusals) {
        return new NewAskPage(topic, asks.helpers(topic), form, refusals);
    }
}
