package kith.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kith.identity.AccountController.ProfileForm;
import kith.page.Phrases;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members show of themselves. A rename keeps no trail for others. */
@Component
class Profiles {
    private static final int ABOUT = 600;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final SignUps signUps;

    Profiles(JdbcClient sql, Accounts accounts, SignUps signUps) {
        this.sql = sql;
        this.accounts = accounts;
        this.signUps = signUps;
    }

    ProfileForm of(Viewer viewer) {
        return sql.sql("select name, about, language, timezone, face from identity.account where id = :id")
                .param("id", viewer.member().value())
                .query((row, n) -> new ProfileForm(
                        row.getString("name"),
                        row.getString("about"),
                        row.getString("language"),
                        row.getString("timezone"),
                        row.getString("face"),
                        row.getString("name")))
                .single();
    }

    Refusals refusals(Viewer viewer, ProfileForm form) {
        var found = new ArrayList<Refusal>();
        signUps.name(DisplayName.of(form.name()), viewer.member()).ifPresent(found::add);
        if (form.about().codePointCount(0, form.about().length()) > ABOUT) {
            found.add(Refusal.in("about", "identity.about.long", ABOUT));
        }
        if (Zones.read(form.zone()).isEmpty()) {
            found.add(Refusal.in("zone", "identity.zone.unknown"));
        }
        if (Phrases.LANGUAGES.stream().noneMatch(l -> l.toLanguageTag().equals(form.language()))) {
            found.add(Refusal.in("language", "identity.language.unknown"));
        }
        if (!Faces.ALL.contains(form.face())) {
            found.add(Refusal.in("face", "identity.face.unknown"));
        }
        return new Refusals(found);
    }

    List<String> doubts(Viewer viewer, ProfileForm form) {
        var same = form.name().equals(viewer.card().name()) || form.name().equals(form.sure());
        return same
                ? List.of()
                : DisplayName.of(form.name()).doubts(accounts.of(viewer).email());
    }

    void save(Viewer viewer, ProfileForm form) {
        var name = DisplayName.of(form.name());
        try {
            sql.sql("""
                            update identity.account set name = :name, name_key = :key, about = :about, language = :language, timezone = :zone, face = :face
                            where id = :id""")
                    .param("name", name.text())
                    .param("key", name.key())
                    .param("about", Objects.requireNonNull(form.about()).replace("\0", ""))
                    .param("language", form.language())
                    .param("zone", form.zone())
                    .param("face", form.face())
                    .param("id", viewer.member().value())
                    .update();
        } catch (DuplicateKeyException quicker) {
            throw new kith.page.Stale("/account");
        }
    }
}
