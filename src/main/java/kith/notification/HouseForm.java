package kith.notification;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What the house is called and where it stands; the address is empty while only this machine uses it. */
public record HouseForm(String name, String address) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 60;

    public HouseForm(@Nullable String name, @Nullable String address) {
        this.name = name == null ? "" : name.strip();
        this.address = address == null ? "" : address.strip().replaceFirst("/+$", "");
    }

    static boolean here(URI address) {
        return HERE.contains(String.valueOf(address.getHost()));
    }

    Refusals refusals() {
        return Refusals.gather(
                name.length() < 2 || name.length() > LONGEST || name.matches(".*\\p{Cntrl}.*")
                        ? Optional.of(Refusal.in("name", "notification.house.name.length", LONGEST))
                        : Optional.empty(),
                address.isEmpty() || stands()
                        ? Optional.empty()
                        : Optional.of(Refusal.in("address", "notification.house.address.form")));
    }

    /** Browsers keep sign-ins and passkeys only where nobody between can listen: behind https, or on the same machine. */
    private boolean stands() {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here(uri));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
