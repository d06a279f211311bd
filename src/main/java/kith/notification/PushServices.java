package kith.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands pushes to the services that the makers of browsers run (RFC 8030). Follows no redirect and reads nothing of what they say. */
@Component
class PushServices {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_WISH = Duration.ofHours(12);

    /** Made with the first push: a house that sends none is opened without it. */
    private static final class Sender {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private final PushHosts hosts;
    private final Vapid vapid;

    PushServices(PushHosts hosts, Vapid vapid) {
        this.hosts = hosts;
        this.vapid = vapid;
    }

    /** A push: to which device, what it may say, and until when it is worth anything. */
    record Push(UUID id, UUID device, UUID notice, URI endpoint, PushKeys keys, int tries, Instant until) {}

    /** What a service made of it. */
    sealed interface Reply {
        record Taken() implements Reply {}

        /** The device is not there any more, and never comes back. */
        record Gone() implements Reply {}

        /** Not now; {@code wish} is how long the service wants to be left alone, or zero. */
        record Later(Duration wish) implements Reply {}

        /** This push never. */
        record Refused(int status) implements Reply {}
    }

    Reply hand(Push push) throws IOException, InterruptedException {
        if (!hosts.open(push.endpoint())) {
            return new Reply.Gone();
        }
        var answer = Sender.HTTP.send(request(push, Instant.now()), BodyHandlers.discarding());
        return switch (answer.statusCode()) {
            case 200, 201, 202, 204 -> new Reply.Taken();
            case 404, 410 -> new Reply.Gone();
            case 408, 425, 429 -> new Reply.Later(wish(answer));
            default ->
                answer.statusCode() >= 500 ? new Reply.Later(wish(answer)) : new Reply.Refused(answer.statusCode());
        };
    }

    /** All pushes have the same topic, so that a phone that was off for a week says once that there is something new. */
    private HttpRequest request(Push push, Instant now) {
        var left = Math.max(0, Duration.between(now, push.until()).toSeconds());
        return HttpRequest.newBuilder(push.endpoint())
                .timeout(PATIENCE)
                .header("Authorization", vapid.authorization(push.endpoint(), now))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(left))
                .header("Urgency", "normal")
                .header("Topic", "news")
                .POST(BodyPublishers.ofByteArray(push.keys().seal(words(push))))
                .build();
    }

    /** An id and nothing else: what a phone shows on its lock screen are the words that its service worker brought from the house. */
    private static byte[] words(Push push) {
        return "{\"id\":\"%s\"}".formatted(push.notice()).getBytes(StandardCharsets.UTF_8);
    }

    private static Duration wish(HttpResponse<Void> answer) {
        var seconds = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(0L);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_WISH.toSeconds()));
    }
}
