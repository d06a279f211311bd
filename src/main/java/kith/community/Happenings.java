package kith.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kith.identity.Card;
import kith.identity.Viewer;

/** Implemented by modules whose news belong on a member's start page. */
public interface Happenings {
    /** One thing that happened, with the id of its row: its path and title, who did it, where and when, and its first words in plain text. */
    record Happening(
            UUID id, String path, String title, Card who, String community, Instant at, String opening, int replies) {}

    /** The newest things in the viewer's communities, newest first. */
    List<Happening> latest(Viewer viewer, int most);
}
