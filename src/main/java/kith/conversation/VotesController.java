package kith.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own answer to a poll: given, changed and taken back until it closes. */
@Controller
@For(Audience.MEMBERS)
class VotesController {
    private final Polls polls;
    private final Limits limits;

    VotesController(Polls polls, Limits limits) {
        this.polls = polls;
        this.limits = limits;
    }

    @PostMapping("/polls/{id}/vote")
    Answer create(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") List<String> choice) {
        var poll = polls.find(viewer, id);
        var chosen = chosen(poll, choice);
        if (!poll.mayVote()) {
            return back(poll, poll.closed() ? "conversation.poll.is-over" : "conversation.poll.not-now");
        }
        limits.take(Limit.THANKS, viewer.member());
        if (chosen.isEmpty()) {
            return back(poll, "conversation.poll.choose");
        }
        return back(poll, polls.vote(poll, viewer, chosen) ? "conversation.poll.voted" : "conversation.poll.is-over");
    }

    @PostMapping("/polls/{id}/vote/removal")
    Answer destroy(Viewer viewer, @PathVariable UUID id) {
        var poll = polls.find(viewer, id);
        if (poll.mayVote()) {
            polls.remove(poll, viewer);
        }
        return back(poll, poll.mayVote() ? "conversation.poll.taken-back" : "conversation.poll.is-over");
    }

    /** The answers that are there; the first alone where only one may be given. */
    private static Set<Integer> chosen(Poll poll, List<String> typed) {
        return poll.choices().stream()
                .map(Poll.Choice::position)
                .filter(position -> typed.contains(String.valueOf(position)))
                .limit(poll.several() ? PollForm.MOST_CHOICES : 1)
                .collect(Collectors.toSet());
    }

    /** To the poll rather than to its post, whose words and pictures may fill a screen. */
    private static SeeOther back(Poll poll, String notice) {
        var topic = poll.post().topic();
        var page = topic.path()
                + (topic.replies() < Posts.PAGE ? "" : "?around=" + poll.post().id());
        return new SeeOther(page + "#poll-" + poll.id(), notice);
    }
}
