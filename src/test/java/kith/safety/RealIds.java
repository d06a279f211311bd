package kith.safety;

import java.util.HashMap;
import java.util.Map;

/** Real ids of one town for the variables of routes; {@link Planted} adds those of private things. */
final class RealIds {
    private RealIds() {}

    static Map<String, String> in(World.Town town) {
        var ids = new HashMap<String, String>();
        ids.put("slug", town.slug());
        ids.put("section", "medicines");
        ids.put("topics.id", town.topic().toString());
        ids.put("posts.id", town.post().toString());
        ids.put("members.id", town.author().toString());
        ids.put("accounts.id", town.author().toString());
        ids.put("packs.id", "autoimmune");
        ids.put("notices.community", town.id().value().toString());
        ids.put("language", "en");
        ids.put("at", "1");
        ids.put("width", "320");
        ids.put("secret", "no-such-secret");
        ids.put("token", "no-such-token");
        ids.put("drafts.key", "reply:" + town.topic());
        return ids;
    }

    /** A form filled well enough to get past its first look, so that who may send it is what decides. */
    static Map<String, String> form(Route route, World.Town town) {
        var form = new HashMap<>(Map.of(
                "title",
                "A title",
                "body",
                "Some words",
                "text",
                "Some words",
                "focus",
                "Sleep",
                "version",
                "1",
                "revision",
                "1",
                "role",
                "MEMBER",
                "accepted",
                "true"));
        form.put("day", "2026-11-23");
        form.put("words", "Some words");
        form.put("community", town.slug());
        form.put("section", "medicines");
        form.put("key", "reply:" + town.topic());
        form.put("id", town.post().toString());
        form.put("post", town.post().toString());
        form.put("attention", "followed");
        form.put(
                "kind",
                route.pattern().startsWith("/consents")
                        ? "TERMS"
                        : route.pattern().startsWith("/reports") ? "post" : "with_you");
        return form;
    }
}
