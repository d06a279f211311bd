package kith.conversation;

import java.time.Instant;
import java.util.List;
import kith.identity.MemberId;
import org.springframework.core.io.InputStreamSource;

/** What a post that moved in has beside its words; {@code post} is its key there, or that of the topic that it opens. */
public sealed interface ArrivingExtra {
    String post();

    /** A question to choose answers from, with the answers that were given; {@code shown} after one's own answer, else when it closes. */
    record Question(
            String post,
            String question,
            List<String> choices,
            boolean several,
            boolean shown,
            Instant closes,
            List<Ballot> ballots)
            implements ArrivingExtra {}

    /** One member's answer: the places of what they chose, from 0. */
    record Ballot(MemberId by, List<Integer> choices, Instant at) {}

    /** A picture with what can be seen on it. It is drawn anew like any other. */
    record Image(String post, InputStreamSource content, String alt) implements ArrivingExtra {}

    /** A host asked a member to look into the topic. */
    record Ask(String post, MemberId by, MemberId who, Instant at) implements ArrivingExtra {}
}
