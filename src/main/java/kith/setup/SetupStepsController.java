package kith.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import kith.community.Founding;
import kith.community.Memberships;
import kith.community.Packs;
import kith.community.Role;
import kith.house.House;
import kith.identity.Accounts;
import kith.identity.HouseEntrance;
import kith.identity.Viewer;
import kith.notification.MailSettings;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what is typed in each step of the first start; a step that is not the next one is not here. */
@Controller
@For(Audience.EVERYONE)
class SetupStepsController {
    private final Beginning beginning;
    private final House house;
    private final HouseEntrance entrance;
    private final Accounts accounts;
    private final MailSettings mail;
    private final Packs packs;
    private final Founding founding;
    private final Memberships memberships;
    private final TransactionTemplate transaction;

    SetupStepsController(
            Beginning beginning,
            House house,
            HouseEntrance entrance,
            Accounts accounts,
            MailSettings mail,
            Packs packs,
            Founding founding,
            Memberships memberships,
            TransactionTemplate transaction) {
        this.beginning = beginning;
        this.house = house;
        this.entrance = entrance;
        this.accounts = accounts;
        this.mail = mail;
        this.packs = packs;
        this.founding = founding;
        this.memberships = memberships;
        this.transaction = transaction;
    }

    @PostMapping("/setup/operator")
    Answer create(
            Viewer viewer,
            @ModelAttribute SetupForms.OperatorForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        only(Beginning.Step.OPERATOR, request);
        var refusals = entrance.refuseAsHouse(form.operator());
        if (refusals.any()) {
            return new SetupController.OperatorPage(form, refusals);
        }
        var admitted = entrance.admitAsHouse(form.operator(), viewer.locale(), SetupForms.text(form.zone()));
        if (admitted.isEmpty()) {
            return new SetupController.OperatorPage(form, Refusals.of(Refusal.in("email", "setup.operator.taken")));
        }
        beginning.operator(admitted.get());
        entrance.letInAsHouse(admitted.get(), request, response);
        return new SeeOther("/setup");
    }

    @PostMapping("/setup/house")
    Answer create(@ModelAttribute SetupForms.HouseForm form, HttpServletRequest request) {
        only(Beginning.Step.HOUSE, request);
        var refusals = form.refusals();
        if (refusals.any()) {
            return new SetupController.HousePage(form, HouseEntrance.zones(), refusals);
        }
        house.rename(SetupForms.text(form.name()));
        house.settle(Locale.forLanguageTag(SetupForms.text(form.language())), ZoneId.of(SetupForms.text(form.zone())));
        beginning.to(Beginning.Step.MAIL);
        return new SeeOther("/setup");
    }

    /** {@code act}: keep the server, try it with one mail, or do without. */
    @PostMapping("/setup/mail")
    Answer create(
            Viewer viewer,
            @ModelAttribute SetupForms.MailForm form,
            @RequestParam(defaultValue = "keep") String act,
            HttpServletRequest request) {
        only(Beginning.Step.MAIL, request);
        if (act.equals("without")) {
            beginning.to(Beginning.Step.COMMUNITY);
            return new SeeOther("/setup");
        }
        var refusals = form.refusals();
        if (refusals.any()) {
            return new SetupController.MailPage(form, false, refusals);
        }
        return act.equals("try") ? trial(viewer, form) : keep(form);
    }

    private Answer keep(SetupForms.MailForm form) {
        mail.keepAsHouse(form.choice());
        beginning.to(Beginning.Step.COMMUNITY);
        return new SeeOther("/setup");
    }

    private Answer trial(Viewer viewer, SetupForms.MailForm form) {
        var to = accounts.reachAsHouse(beginning.operator()).orElseThrow().email();
        return mail.tryAsHouse(form.choice(), to, viewer.locale())
                .map(said -> new SetupController.MailPage(
                        form, false, Refusals.of(Refusal.in("host", "setup.mail.trial.failed", said))))
                .orElseGet(() -> new SetupController.MailPage(form, true, Refusals.NONE));
    }

    @PostMapping("/setup/community")
    Answer create(
            Viewer viewer,
            @ModelAttribute SetupForms.CommunityForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        only(Beginning.Step.COMMUNITY, request);
        var language = viewer.locale().getLanguage();
        var refusals = form.refusals(packs, founding, language);
        if (refusals.any()) {
            return new SetupController.FirstCommunityPage(packs.newest(language), form, refusals);
        }
        var operator = beginning.operator();
        transaction.executeWithoutResult(status -> {
            var community = founding.foundAsHouse(form.wish(packs, language));
            memberships.addAsHouse(community, operator, Role.MANAGER);
            beginning.finish();
        });
        SetupCookie.write("", response);
        if (!viewer.is(operator)) {
            entrance.letInAsHouse(operator, request, response);
        }
        return new SeeOther("/communities/" + form.address(), "setup.notice.done");
    }

    private void only(Beginning.Step step, HttpServletRequest request) {
        if (beginning.step(SetupCookie.read(request)) != step) {
            throw new NotHere();
        }
    }
}
