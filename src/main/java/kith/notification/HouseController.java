package kith.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import kith.audit.AuditLog;
import kith.house.House;
import kith.identity.HouseAddress;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The operator's page: what the house is called, where it stands, and the ways to everything that its operator does. */
@Controller
@For(Audience.OPERATOR)
class HouseController {
    private final House house;
    private final HouseAddress address;
    private final Mails mails;
    private final MailSettings settings;
    private final AuditLog audit;

    HouseController(House house, HouseAddress address, Mails mails, MailSettings settings, AuditLog audit) {
        this.house = house;
        this.address = address;
        this.mails = mails;
        this.settings = settings;
        this.audit = audit;
    }

    /** What the operator looks after; {@code server} is null where mails stay in the house, {@code here} tells that only this machine finds the house. */
    public record HousePage(
            String name,
            String address,
            boolean here,
            Mails.Load mails,
            @Nullable String server) implements Page {}

    /** The house's name and address, to be changed. */
    public record EditHousePage(HouseForm form, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/house")
    HousePage show() {
        var stands = URI.create(address.of(""));
        return new HousePage(
                house.name().orElse("Kith"), stands.toString(), HouseForm.here(stands), mails.load(), settings.host());
    }

    @GetMapping("/house/edit")
    EditHousePage edit(HttpServletRequest request) {
        var stands = house.address().map(URI::toString).orElseGet(() -> suggested(request));
        return new EditHousePage(new HouseForm(house.name().orElse(""), stands), Refusals.NONE);
    }

    /** The address by which the operator came, where it is not this machine. */
    private static String suggested(HttpServletRequest request) {
        var host = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), "");
        var guess = new HouseForm("", "https://" + host);
        return guess.refusals().in("address").isPresent() || HouseForm.here(URI.create(guess.address()))
                ? ""
                : guess.address();
    }

    @PostMapping("/house")
    Answer update(@ModelAttribute HouseForm form, Viewer viewer) {
        var refusals = form.refusals();
        if (refusals.any()) {
            return new EditHousePage(form, refusals);
        }
        house.rename(form.name());
        if (form.address().isEmpty()) {
            house.stayHere();
        } else {
            house.moveTo(URI.create(form.address()));
        }
        audit.note(viewer.member().value(), "house.changed", "house", "");
        return new SeeOther("/house", "notification.saved");
    }
}
