package kith.live;

import java.util.Set;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change on a member's own channel; it has no words of anybody's. */
class ChangePlanter implements Planter {
    @Override
    public String module() {
        return "live";
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        owner.sql("insert into live.change (noun, key, kind, about) values ('member', :who, 'canary.live', :about)")
                .param("who", who.value())
                .param("about", Ids.next())
                .update();
    }

    @Override
    public Set<String> wordless() {
        return Set.of("live.change.kind");
    }

    @Override
    public String trace(String canary) {
        return "canary.live";
    }
}
