package kith.conversation;

import java.time.LocalDate;
import java.util.List;
import kith.community.Place;
import kith.community.Role;
import kith.identity.Card;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.practitioner.Mark;
import org.jspecify.annotations.Nullable;

/**
 * As whom somebody speaks: their card, and their role and profession in the community, null and empty for somebody who left or is gone. An {@code anonymous}
 * voice has a name and a face that were made for its topic, no id, no role and no page, and says only to its own member that it is their {@code own}. Only who
 * speaks as a practitioner has a {@code mark}: the same person speaking for themselves has neither mark nor profession.
 */
public record Voice(
        Card card,
        @Nullable Role role,
        String profession,
        boolean anonymous,
        boolean own,
        boolean listed,
        @Nullable Mark mark) {
    public Voice(Card card, @Nullable Role role, String profession) {
        this(card, role, profession, false, false, true, null);
    }

    /** Somebody who does not want to be known here. */
    static Voice anonymous(String name, String face, boolean own) {
        return new Voice(new Card(null, name, face, null), Role.MEMBER, "", true, own, false, null);
    }

    /** Whether the viewer speaks here. */
    public boolean of(Viewer viewer) {
        return own || viewer.is(id());
    }

    public String name() {
        return card.name();
    }

    public boolean gone() {
        return card.gone();
    }

    public boolean advises() {
        return mark != null;
    }

    public boolean hosts() {
        return role != null && role.hosts() && mark == null;
    }

    /** The colour that the reader knows the voice by: peer, advice or host. */
    public String tone() {
        return advises() ? "advice" : hosts() ? "host" : "peer";
    }

    /** The role's name, as the part {@code who} takes it. */
    public String roleName() {
        return mark != null ? Role.PRACTITIONER.name() : role == null ? Role.MEMBER.name() : role.name();
    }

    /** The day on which the profession was checked, null for words of their own. */
    public @Nullable LocalDate checked() {
        return mark == null ? null : mark.checked();
    }

    /** Whether the mark tells only how it was when it was written. */
    public boolean past() {
        return mark != null && !mark.current();
    }

    public @Nullable MemberId id() {
        return card.id();
    }

    /** Their page among the members, for members alone; null where they have none any more, or chose not to be found. */
    public @Nullable String path(Place place) {
        return role == null
                        || id() == null
                        || !place.member()
                        || !listed && !place.hosts() && !place.viewer().is(id())
                ? null
                : place.path("members") + "/" + id();
    }

    /** Everybody who speaks in these posts, once each, in the order of their first post. */
    static List<Voice> in(List<Post> posts) {
        return posts.stream()
                .map(Post::author)
                .filter(voice -> !voice.gone())
                .distinct()
                .toList();
    }
}
