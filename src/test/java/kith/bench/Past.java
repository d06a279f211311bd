package kith.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * All that was ever written in an imagined house, as numbers: who wrote which post in which topic when. The same for the same size. Communities grow over four
 * years, and a topic's replies come in hours first and in days later.
 */
final class Past {
    private static final int YEARS = 4 * 365 * 24 * 3600;
    private static final double SHRINK = 0.75;
    private static final double GAP = 20 * 3600;
    private static final double GAP_SIGMA = 1.6;

    final Size size;
    final int[] communityOf;
    final int[] topicCommunity;
    final int[] replies;
    final int[] opened;
    final int[] active;
    final int[] answered;
    final int[] opener;
    /** Of each post, in the order of their time: its topic, its writer, its second since {@link #start}, and whether it opens. */
    final int[] topicOf;

    final int[] writerOf;
    final int[] secondOf;
    final Instant start;
    int topics;

    private final Random random = new Random(20_261_122);

    Past(Size size, Instant now) {
        this.size = size;
        this.start = now.minusSeconds(YEARS);
        communityOf = communities();
        topicCommunity = new int[size.posts()];
        replies = new int[size.posts()];
        opened = new int[size.posts()];
        active = new int[size.posts()];
        answered = new int[size.posts()];
        opener = new int[size.posts()];
        topicOf = new int[size.posts()];
        writerOf = new int[size.posts()];
        secondOf = new int[size.posts()];
        write(slots());
    }

    boolean opens(int post) {
        return opened[topicOf[post]] == secondOf[post];
    }

    private int[] communities() {
        var of = new int[size.members()];
        for (var n = 0; n < of.length; n++) {
            of[n] = n < size.communities()
                    ? n
                    : Math.min(size.communities() - 1, (int) (Math.log(1 - random.nextDouble()) / Math.log(SHRINK)))
                            % size.communities();
        }
        return of;
    }

    /** For each post its writer, a community's together, in no order. */
    private int[] slots() {
        var counts = Participation.posts(size.members(), size.posts(), random);
        var slots = new int[size.posts()];
        var at = 0;
        for (var community = 0; community < size.communities(); community++) {
            var from = at;
            for (var member = 0; member < counts.length; member++) {
                if (communityOf[member] == community) {
                    Arrays.fill(slots, at, at + counts[member], member);
                    at += counts[member];
                }
            }
            shuffle(slots, from, at);
        }
        return slots;
    }

    private void shuffle(int[] slots, int from, int to) {
        for (var n = to - 1; n > from; n--) {
            var other = from + random.nextInt(n - from + 1);
            var kept = slots[n];
            slots[n] = slots[other];
            slots[other] = kept;
        }
    }

    private void write(int[] slots) {
        var order = new long[slots.length];
        var topicAt = new int[slots.length];
        for (var at = 0; at < slots.length; topics++) {
            var community = communityOf[slots[at]];
            var wished = Participation.replies(random);
            var second = (int) (YEARS * Math.sqrt(random.nextDouble()) * 0.9995);
            open(topics, community, slots[at], second);
            order[at] = (long) second << 23 | at;
            topicAt[at++] = topics;
            for (var n = 0; n < wished && at < slots.length && communityOf[slots[at]] == community; n++) {
                second = next(second, topics);
                reply(topics, slots[at], second);
                order[at] = (long) second << 23 | at;
                topicAt[at++] = topics;
            }
        }
        Arrays.sort(order);
        for (var n = 0; n < order.length; n++) {
            var slot = (int) (order[n] & (1 << 23) - 1);
            topicOf[n] = topicAt[slot];
            writerOf[n] = slots[slot];
            secondOf[n] = (int) (order[n] >> 23);
        }
    }

    private void open(int topic, int community, int by, int second) {
        topicCommunity[topic] = community;
        opener[topic] = by;
        opened[topic] = second;
        active[topic] = second;
    }

    private int next(int second, int topic) {
        var next = second + 1L + (long) Participation.lognormal(GAP, GAP_SIGMA, random);
        return next < YEARS - 60 ? (int) next : opened[topic] + 1 + random.nextInt(YEARS - opened[topic]);
    }

    private void reply(int topic, int by, int second) {
        replies[topic]++;
        active[topic] = Math.max(active[topic], second);
        if (by != opener[topic] && (answered[topic] == 0 || second < answered[topic])) {
            answered[topic] = second;
        }
    }
}
