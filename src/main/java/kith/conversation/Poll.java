package kith.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A question with answers to choose from, as its reader sees it: {@code mine} is what they answered, and the numbers are there only where they may be seen.
 */
public record Poll(
        UUID id,
        Post post,
        String question,
        boolean several,
        boolean afterVote,
        Instant closesAt,
        boolean closed,
        int voters,
        List<Choice> choices,
        Set<Integer> mine) {
    /** With fewer answers than this the numbers would tell who said what. */
    static final int FEWEST = 5;

    /** One answer, and how many gave it: 0 where that is not shown. */
    public record Choice(int position, String label, int votes) {}

    public Poll {
        mine = Set.copyOf(mine);
        choices = shown(closed, afterVote, voters, mine)
                ? List.copyOf(choices)
                : choices.stream()
                        .map(choice -> new Choice(choice.position(), choice.label(), 0))
                        .toList();
    }

    private static boolean shown(boolean closed, boolean afterVote, int voters, Set<Integer> mine) {
        return voters >= FEWEST && (closed || afterVote && !mine.isEmpty());
    }

    public static int fewest() {
        return FEWEST;
    }

    /** Whether this reader may see the numbers now. */
    public boolean shown() {
        return shown(closed, afterVote, voters, mine);
    }

    /** Whether it is over, and too few answered for numbers. */
    public boolean tooFew() {
        return closed && voters < FEWEST;
    }

    public boolean mayVote() {
        return !closed && post.standing() && post.topic().place().mayWrite();
    }

    public boolean answered() {
        return !mine.isEmpty();
    }

    /** How many of a hundred who answered gave this answer. */
    public int percent(Choice choice) {
        return voters == 0 ? 0 : Math.round(100f * choice.votes() / voters);
    }

    public String path() {
        return "/polls/" + id;
    }
}
