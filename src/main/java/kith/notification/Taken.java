package kith.notification;

import java.util.List;
import kith.page.Refusal;

/** What came of an answer by mail. */
public sealed interface Taken {
    /** Why pictures that came with it were not taken. */
    List<Refusal> without();

    /** It is there for others to read; {@code path} leads to it. */
    record Posted(String path, List<Refusal> without) implements Taken {}

    /** It may not be published, or not without being asked about; its words are kept in the house, and {@code path} leads to them. */
    record Kept(Refusal why, String path, List<Refusal> without) implements Taken {}

    /** Nothing that can be answered. */
    record Nothing() implements Taken {
        @Override
        public List<Refusal> without() {
            return List.of();
        }
    }
}
