package kith.identity;

import java.util.UUID;
import kith.identity.Invitations.Invitation;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invitations into the house, made by the operator. */
@Controller
@For(Audience.OPERATOR)
class HouseInvitationsController {
    private final Invitations invitations;
    private final HouseAddress address;
    private final Limits limits;

    HouseInvitationsController(Invitations invitations, HouseAddress address, Limits limits) {
        this.invitations = invitations;
        this.address = address;
        this.limits = limits;
    }

    /** The invitations, the newest first, and a form for one more; {@code link} is the one just made, seen this once. */
    public record InvitationsPage(
            Slice<Invitation> invitations,
            boolean later,
            String email,
            Refusals refusals,
            @Nullable String link) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/invitations")
    InvitationsPage index(@RequestParam(required = false) @Nullable UUID after) {
        return new InvitationsPage(invitations.newest(after), after != null, "", Refusals.NONE, null);
    }

    @PostMapping("/invitations")
    Answer create(@RequestParam(defaultValue = "") String email, Viewer viewer) {
        limits.take(Limit.INVITATION, viewer.member());
        var plain = EmailAddress.read(email);
        if (plain.isEmpty()) {
            var refusals = Refusals.of(Refusal.in("email", "identity.email.form"));
            return new InvitationsPage(invitations.newest(null), false, email, refusals, null);
        }
        var path = invitations.invite(viewer.member(), plain.get(), false);
        invitations.mail(plain.get(), path, viewer.locale());
        return new InvitationsPage(invitations.newest(null), false, "", Refusals.NONE, address.of(path));
    }

    @PostMapping("/invitations/{id}/removal")
    Answer destroy(@PathVariable UUID id) {
        if (!invitations.withdraw(id)) {
            throw new NotHere();
        }
        return new SeeOther("/invitations", "identity.invitation.withdrawn");
    }
}
