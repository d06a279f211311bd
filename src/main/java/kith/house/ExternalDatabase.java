package kith.house;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that the operator keeps, named by the environment. */
final class ExternalDatabase {
    private ExternalDatabase() {}

    static HouseDatabase open(Map<String, String> environment) {
        String given = environment.getOrDefault("KITH_DATABASE_URL", "").strip();
        URI uri = uri(given);
        var inUrl = new UserInfo(uri);
        var owner = new HouseDatabase.Login(
                required(environment, "KITH_DATABASE_USER", inUrl.user()),
                required(environment, "KITH_DATABASE_PASSWORD", inUrl.password()));
        return new HouseDatabase(jdbc(uri), owner, app(environment, uri, owner), () -> {});
    }

    private static HouseDatabase.Login app(Map<String, String> environment, URI uri, HouseDatabase.Login owner) {
        String named = environment.get("KITH_DATABASE_APP_USER");
        if (named != null) {
            return new HouseDatabase.Login(named, required(environment, "KITH_DATABASE_APP_PASSWORD", null));
        }
        // Roles belong to the whole server: two houses on it must not share one.
        String role = "kith_app_" + uri.getPath().replaceFirst("^/", "").replaceAll("[^A-Za-z0-9_]", "_");
        return new HouseDatabase.Login(role, Roles.derived(owner.password(), role));
    }

    /** An address as the operator writes it, for the driver. */
    static String jdbc(String given) {
        return jdbc(uri(given.strip()));
    }

    private static URI uri(String given) {
        String plain = given.replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:");
        if (!plain.matches("postgresql://[^/]+/[^/?]+.*")) {
            throw new HouseProblem("KITH_DATABASE_URL must look like postgresql://host:5432/database.");
        }
        try {
            return URI.create(plain);
        } catch (IllegalArgumentException e) {
            throw new HouseProblem("KITH_DATABASE_URL is not a valid address.", e);
        }
    }

    private static String jdbc(URI uri) {
        String place = uri.getRawAuthority().replaceFirst("^.*@", "");
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery() + "&";
        return "jdbc:postgresql://%s%s?%sreWriteBatchedInserts=true".formatted(place, uri.getRawPath(), query);
    }

    private static String required(Map<String, String> environment, String name, @Nullable String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        if (value == null || value.isBlank()) {
            throw new HouseProblem("%s is missing: it goes with KITH_DATABASE_URL.".formatted(name));
        }
        return value;
    }

    /** The name and password that stand in an address before the at sign. */
    private record UserInfo(@Nullable String user, @Nullable String password) {
        UserInfo(URI uri) {
            this(part(uri, 0), part(uri, 1));
        }

        private static @Nullable String part(URI uri, int index) {
            String info = uri.getUserInfo();
            String[] parts = info == null ? new String[0] : info.split(":", 2);
            return parts.length > index ? parts[index] : null;
        }
    }
}
