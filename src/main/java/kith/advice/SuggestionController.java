package kith.advice;

import java.util.Optional;
import kith.community.InPlace;
import kith.community.Place;
import kith.conversation.Leads;
import kith.conversation.Topic;
import kith.conversation.TopicId;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Suggesting that a conversation is asked to practitioners: a manager suggests, its writer looks at it and says yes or no. */
@Controller
@For(Audience.MEMBERS)
class SuggestionController {
    private final Leads leads;
    private final Suggestions suggestions;

    SuggestionController(Leads leads, Suggestions suggestions) {
        this.leads = leads;
        this.suggestions = suggestions;
    }

    /** To its writer, what was suggested; to a manager, how it stands. */
    public record SuggestionPage(Topic topic, Optional<Suggestions.Suggestion> suggestion) implements Page, InPlace {
        @Override
        public Place place() {
            return topic.place();
        }

        /** Where its writer asks it. */
        public String asking() {
            return TopicQuestions.asking(topic);
        }
    }

    @GetMapping("/topics/{id}/suggestion")
    Answer show(Viewer viewer, @PathVariable TopicId id) {
        var topic = leads.find(viewer, id);
        var suggestion = suggestions.of(topic);
        if (topic.mine() ? suggestion.isEmpty() : !mayBe(topic)) {
            throw new NotHere();
        }
        return new SuggestionPage(topic, suggestion);
    }

    @PostMapping("/topics/{id}/suggestion")
    Answer create(Viewer viewer, @PathVariable TopicId id) {
        var topic = leads.find(viewer, id);
        if (!mayBe(topic)) {
            throw new NotHere();
        }
        suggestions.add(topic, leads.writerAsHouse(topic).orElseThrow(NotHere::new));
        return new SeeOther(topic.path() + "/suggestion", "advice.topic.suggested");
    }

    @PostMapping("/topics/{id}/suggestion/removal")
    Answer destroy(Viewer viewer, @PathVariable TopicId id) {
        var topic = leads.find(viewer, id);
        if (!topic.mine() || suggestions.of(topic).isEmpty()) {
            throw new NotHere();
        }
        suggestions.decline(topic);
        return new SeeOther(topic.path(), "advice.topic.declined");
    }

    private static boolean mayBe(Topic topic) {
        return topic.place().manages() && !topic.mine() && !topic.withdrawn();
    }
}
