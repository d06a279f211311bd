package kith.notification;

import kith.page.Refusal;

/** What came of an answer by mail. */
public sealed interface Taken {
    /** It is there for others to read; {@code path} leads to it. */
    record Posted(String path) implements Taken {}

    /** It may not be published, or not without being asked about; its words are kept in the house, and {@code path} leads to them. */
    record Kept(Refusal why, String path) implements Taken {}

    /** Nothing that can be answered. */
    record Nothing() implements Taken {}
}
