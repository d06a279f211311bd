package kith.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Phrases;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What a member shows of themselves, and how the house speaks to them. */
@Controller
@For(Audience.SIGNED_IN)
class AccountController {
    private final Profiles profiles;
    private final Limits limits;

    AccountController(Profiles profiles, Limits limits) {
        this.profiles = profiles;
        this.limits = limits;
    }

    /** What a member may change about themselves; {@code sure} is the name that they were warned about and want all the same. */
    public record ProfileForm(String name, String about, String language, String zone, String face, String sure) {
        public ProfileForm {
            name = Typed.line(name);
            about = Typed.line(about).replace("\r\n", "\n");
            language = Typed.line(language);
            zone = Typed.line(zone);
            face = Typed.line(face);
            sure = Typed.line(sure);
        }
    }

    /** The account's first page: the profile and the ways to everything else. */
    public record AccountPage(
            ProfileForm form, Refusals refusals, List<String> doubts, Viewer viewer, boolean confirmed)
            implements Page {
        @Override
        public int status() {
            return doubts.isEmpty() ? refusals.status() : 422;
        }

        public List<String> faces() {
            return Faces.ALL;
        }

        /** The languages that the house speaks, each by its own name. */
        public Map<String, String> languages() {
            var languages = new LinkedHashMap<String, String>();
            Phrases.LANGUAGES.forEach(l -> languages.put(l.toLanguageTag(), l.getDisplayLanguage(l)));
            return languages;
        }

        public Optional<String> picture() {
            return Optional.ofNullable(viewer.card().picture());
        }
    }

    @GetMapping("/account")
    AccountPage show(Viewer viewer) {
        return page(viewer, profiles.of(viewer), Refusals.NONE, List.of());
    }

    @PostMapping("/account")
    Answer update(@ModelAttribute ProfileForm form, Viewer viewer) {
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        var refusals = profiles.refusals(viewer, form);
        var doubts = refusals.any() ? List.<String>of() : profiles.doubts(viewer, form);
        if (refusals.any() || !doubts.isEmpty()) {
            return page(viewer, form, refusals, doubts);
        }
        profiles.save(viewer, form);
        return new SeeOther("/account", "identity.saved");
    }

    private static AccountPage page(Viewer viewer, ProfileForm form, Refusals refusals, List<String> doubts) {
        return new AccountPage(form, refusals, doubts, viewer, viewer.confirmed());
    }
}
