package kith.moderation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.springframework.boot.test.context.TestComponent;

/** Notes that members pin to a wall: something small that can be reported. */
@TestComponent
class Letterbox implements Reportable {
    final Map<UUID, Snapshot> notes = new HashMap<>();
    final Set<UUID> hidden = new HashSet<>();
    final Set<MemberId> readers = new HashSet<>();

    UUID pin(CommunityId community, MemberId writer, String text) {
        var id = UUID.randomUUID();
        notes.put(id, new Snapshot(community, writer, "A note", text, "/notes/" + id));
        return id;
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public Optional<Snapshot> snapshot(Viewer viewer, UUID id) {
        return Optional.ofNullable(notes.get(id)).filter(note -> readers.contains(viewer.member()));
    }

    @Override
    public void hide(UUID id, String reason) {
        hidden.add(id);
    }

    @Override
    public void show(UUID id) {
        hidden.remove(id);
    }
}
