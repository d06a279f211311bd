package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for the house itself at its first start and in a demo: makes the operator, and lets somebody in whom the house knows by other means than a password. */
@Component
public class HouseEntrance {
    /** What the first operator typed. */
    public record Operator(String email, String name, String password) {}

    private final Accounts accounts;
    private final SignUps signUps;
    private final Passwords passwords;
    private final Doorstep doorstep;

    HouseEntrance(Accounts accounts, SignUps signUps, Passwords passwords, Doorstep doorstep) {
        this.accounts = accounts;
        this.signUps = signUps;
        this.passwords = passwords;
        this.doorstep = doorstep;
    }

    /** The same rules as for everybody's e-mail address, name and password. */
    public Refusals refuseAsHouse(Operator operator) {
        var found = new ArrayList<Refusal>();
        if (EmailAddress.read(operator.email()).isEmpty()) {
            found.add(Refusal.in("email", "identity.email.form"));
        }
        signUps.name(DisplayName.of(operator.name()), null).ifPresent(found::add);
        Passwords.refusal(operator.password(), operator.name(), operator.email())
                .ifPresent(found::add);
        return new Refusals(found);
    }

    /** Makes the operator's account; empty where the address is taken. */
    @Transactional
    public Optional<MemberId> admitAsHouse(Operator operator, Locale locale, String zone) {
        return accounts.admitAsHouse(new Newcomer(
                operator.email(),
                operator.name(),
                passwords.hash(operator.password()),
                locale,
                Zones.guess(zone, locale),
                true,
                true));
    }

    /** Opens a session for somebody in this browser. */
    public void letInAsHouse(MemberId who, HttpServletRequest request, HttpServletResponse response) {
        doorstep.open(who, request, response);
    }

    /** The time zones that there are to choose from. */
    public static java.util.List<String> zones() {
        return Zones.ALL;
    }

    /** A guess of the zone where somebody is. */
    public static ZoneId guess(Locale locale) {
        return Zones.guess("", locale);
    }
}
