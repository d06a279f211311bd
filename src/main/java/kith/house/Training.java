package kith.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A start whose only aim is that the JVM learns it: looks at the first page a few times and leaves. */
final class Training {
    private static final int LOOKS = 5;

    private Training() {}

    /** Tells the script that waits for it that the first page is there. */
    static void announce() {
        String file = System.getProperty("kith.opened");
        if (file != null) {
            try {
                Files.writeString(Path.of(file), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void leaveIfAsked(ConfigurableApplicationContext context, int port) {
        if (Boolean.getBoolean("kith.training")) {
            look(URI.create("http://localhost:%d/".formatted(port)));
            System.exit(SpringApplication.exit(context));
        }
    }

    private static void look(URI page) {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < LOOKS; i++) {
                client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the first page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
