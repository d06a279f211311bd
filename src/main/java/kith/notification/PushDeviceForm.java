package kith.notification;

import java.net.URI;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What a browser gives for being told: where its maker takes pushes, and the keys with which it reads them. */
public record PushDeviceForm(String endpoint, String key, String auth) {
    private static final int LONGEST = 1_000;

    public PushDeviceForm(@Nullable String endpoint, @Nullable String key, @Nullable String auth) {
        this.endpoint = endpoint == null ? "" : endpoint.strip();
        this.key = key == null ? "" : key.strip();
        this.auth = auth == null ? "" : auth.strip();
    }

    Refusals refusals(PushHosts hosts) {
        return made() && hosts.known(URI.create(endpoint))
                ? Refusals.NONE
                : Refusals.of(Refusal.in("", "notification.device.refused"));
    }

    PushKeys keys() {
        return PushKeys.read(key, auth);
    }

    private boolean made() {
        try {
            keys();
            return endpoint.length() <= LONGEST
                    && !URI.create(endpoint).toString().isEmpty();
        } catch (IllegalArgumentException notByABrowser) {
            return false;
        }
    }
}
