package kith.safety;

import java.util.HashMap;
import java.util.Map;

/** Real ids of one town for the variables of routes. */
final class RealIds {
    private RealIds() {}

    static Map<String, String> in(World world, World.Town town) {
        var ids = new HashMap<String, String>();
        ids.put("slug", town.slug());
        ids.put("section", "medicines");
        ids.put("topics.id", town.topic().toString());
        ids.put("posts.id", town.post().toString());
        ids.put("members.id", town.author().toString());
        ids.put("accounts.id", town.author().toString());
        ids.put("at", "1");
        ids.put("secret", "no-such-secret");
        ids.put("token", "no-such-token");
        ids.put("key", "reply:" + town.topic());
        ids.put("drafts.key", "reply:" + town.topic());
        return ids;
    }
}
