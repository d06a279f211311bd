package kith.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.conversation.ArrivingExtra;
import kith.identity.MemberId;

/** Reads what topics and posts have beside their words: polls with their votes, pictures, and who was asked to look. */
record Furnishings(Lines lines, Guests guests, Map<String, MemberId> members) {
    List<ArrivingExtra> of(Moved.Saying saying) {
        var all = new ArrayList<ArrivingExtra>();
        saying.hung().forEach(picture -> all.add(image(saying.key(), picture)));
        if (saying instanceof Moved.Topic topic) {
            if (topic.poll() != null) {
                all.add(question(topic.key(), topic.poll()));
            }
            topic.asks().forEach(ask -> all.add(ask(topic.key(), ask)));
        }
        return all;
    }

    private ArrivingExtra image(String key, Moved.Picture picture) {
        return new ArrivingExtra.Image(
                key, () -> lines.beside().open(picture.file()), Json.limited("alt", picture.alt(), 1_000));
    }

    private ArrivingExtra question(String key, Moved.Poll poll) {
        return new ArrivingExtra.Question(
                key,
                poll.question(),
                poll.choices(),
                Boolean.TRUE.equals(poll.several()),
                Boolean.TRUE.equals(poll.shown()),
                guests.ahead("closes", poll.closes()),
                poll.given().stream().map(this::ballot).toList());
    }

    private ArrivingExtra.Ballot ballot(Moved.Vote vote) {
        return new ArrivingExtra.Ballot(Sayings.member(vote.by(), members), vote.choices(), guests.at("at", vote.at()));
    }

    private ArrivingExtra ask(String key, Moved.Ask ask) {
        return new ArrivingExtra.Ask(
                key, Sayings.member(ask.by(), members), Sayings.member(ask.who(), members), guests.at("at", ask.at()));
    }
}
