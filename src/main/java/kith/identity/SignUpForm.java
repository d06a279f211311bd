package kith.identity;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a newcomer typed; {@code sure} is the display name that they were warned about and want all the same. */
public record SignUpForm(
        String invitation,
        String email,
        String name,
        String password,
        Boolean oldEnough,
        Boolean terms,
        Boolean privacy,
        Boolean healthData,
        String zone,
        String sure) {
    public SignUpForm {
        invitation = Typed.line(invitation);
        email = Typed.line(email);
        name = Typed.line(name);
        password = Typed.text(password);
        oldEnough = Typed.yes(oldEnough);
        terms = Typed.yes(terms);
        privacy = Typed.yes(privacy);
        healthData = Typed.yes(healthData);
        zone = Typed.line(zone);
        sure = Typed.line(sure);
    }

    /** Nothing typed yet; {@code zone} is where they may be. */
    static SignUpForm empty(String invitation, String email, ZoneId zone) {
        return new SignUpForm(invitation, email, "", "", false, false, false, false, zone.getId(), "");
    }

    DisplayName displayName() {
        return DisplayName.of(name);
    }

    Set<Consent.Kind> consents() {
        var given = EnumSet.noneOf(Consent.Kind.class);
        var boxes = new boolean[] {terms, privacy, healthData};
        Arrays.stream(Consent.Kind.values())
                .filter(kind -> boxes[kind.ordinal()])
                .forEach(given::add);
        return given;
    }
}
