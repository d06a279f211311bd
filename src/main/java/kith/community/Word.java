package kith.community;

import java.util.function.Function;

/** What a community may say in its own words in the place of its pack's; {@code longest} in characters. */
public enum Word {
    WELCOME(6000, Pack::welcome),
    MEMBER(40, pack -> pack.words().member()),
    MEMBERS(40, pack -> pack.words().members()),
    SUPPORTER(40, pack -> pack.words().supporter()),
    GREETING(200, pack -> pack.words().greeting()),
    START_TOPIC(80, pack -> pack.words().startTopic()),
    TOPIC_HINT(300, pack -> pack.words().topicHint()),
    REPLY(80, pack -> pack.words().reply()),
    REPLY_HINT(300, pack -> pack.words().replyHint()),
    SETBACK(80, pack -> pack.words().setback()),
    EMPTY_SECTION(300, pack -> pack.words().emptySection()),
    FAREWELL(300, pack -> pack.words().farewell());

    final int longest;
    private final Function<Pack, String> packs;

    Word(int longest, Function<Pack, String> packs) {
        this.longest = longest;
        this.packs = packs;
    }

    String in(Pack pack) {
        return packs.apply(pack);
    }

    /** Whether it is a few lines of Markdown rather than a short line. */
    boolean tall() {
        return this == WELCOME;
    }
}
