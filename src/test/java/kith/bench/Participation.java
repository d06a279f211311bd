package kith.bench;

import java.util.Random;

/**
 * Who writes how much: 0.18 of the members ever post, each max(1, round(lognormal)) posts with σ 2.2 and mean 15, scaled until the whole house has written the
 * number asked for. Reproduces van Mierlo 2014 (the top 1 % write three quarters) and Joglekar 2018.
 */
final class Participation {
    static final double EVER_POSTS = 0.18;
    static final double SIGMA = 2.2;
    static final double MEAN = 15;
    /** Replies to a topic: mean 6, heavy tail (Wang 2019, Smokefree Women 2016); one in seven stays without any. */
    private static final double REPLIES = 6;

    private static final double UNANSWERED = 0.15;
    private static final double REPLIES_SIGMA = 1.2;

    private Participation() {}

    /** The number of posts of each member; most are 0, and together they are exactly {@code posts}. */
    static int[] posts(int members, int posts, Random random) {
        var wish = new double[members];
        for (var n = 0; n < members; n++) {
            wish[n] = random.nextDouble() < EVER_POSTS ? lognormal(MEAN, SIGMA, random) : 0;
        }
        var low = 0.0;
        var high = 1_000.0;
        for (var turn = 0; turn < 60; turn++) {
            var scale = (low + high) / 2;
            if (sum(wish, scale) > posts) {
                high = scale;
            } else {
                low = scale;
            }
        }
        return settled(wish, low, posts);
    }

    private static int[] settled(double[] wish, double scale, int posts) {
        var written = new int[wish.length];
        var most = 0;
        var rest = posts;
        for (var n = 0; n < wish.length; n++) {
            written[n] = count(wish[n], scale);
            rest -= written[n];
            most = written[n] > written[most] ? n : most;
        }
        written[most] += rest;
        return written;
    }

    private static long sum(double[] wish, double scale) {
        var sum = 0L;
        for (var each : wish) {
            sum += count(each, scale);
        }
        return sum;
    }

    private static int count(double wish, double scale) {
        return wish == 0 ? 0 : Math.max(1, (int) Math.min(200_000, Math.round(wish * scale)));
    }

    /** How many replies one topic gets. */
    static int replies(Random random) {
        return random.nextDouble() < UNANSWERED
                ? 0
                : Math.max(1, (int) Math.round(lognormal(REPLIES / (1 - UNANSWERED), REPLIES_SIGMA, random)));
    }

    static double lognormal(double mean, double sigma, Random random) {
        return Math.exp(Math.log(mean) - sigma * sigma / 2 + sigma * random.nextGaussian());
    }
}
