package kith.advice;

import java.util.Map;
import kith.conversation.Topic;
import kith.page.Refusal;
import kith.page.Refusals;

/** The conversation that a question comes from; {@code linked} where its readers shall find the question there. */
public record Origin(Topic topic, String body, boolean linked) {
    /** The question as its writer's words would make it. */
    Map<String, String> fields() {
        return Map.of(
                "section",
                topic.section().slug(),
                "title",
                topic.title(),
                "body",
                body,
                "as",
                anonymous() ? "anonymous" : "name");
    }

    /** Under which key it is kept while it is typed. */
    String key() {
        return "topic:" + topic.id();
    }

    public boolean anonymous() {
        return topic.author().anonymous();
    }

    /** A way from the one to the other must tell nobody who wrote either. */
    Refusals against(AskForm form) {
        if (linked && form.closed()) {
            return Refusals.of(Refusal.in("linked", "advice.refused.linked.closed"));
        }
        if (linked && form.anonymous() != anonymous()) {
            var why = anonymous() ? "advice.refused.linked.name" : "advice.refused.linked.anonymous";
            return Refusals.of(Refusal.in("linked", why));
        }
        return Refusals.NONE;
    }
}
