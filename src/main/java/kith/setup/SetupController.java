package kith.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import kith.community.Pack;
import kith.community.Packs;
import kith.house.House;
import kith.identity.HouseEntrance;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first start: shows the step that comes next, and takes the code of the console. Afterwards it is not here any more. */
@Controller
@For(Audience.EVERYONE)
class SetupController {
    private final Beginning beginning;
    private final House house;
    private final Packs packs;

    SetupController(Beginning beginning, House house, Packs packs) {
        this.beginning = beginning;
        this.house = house;
        this.packs = packs;
    }

    /** Asks for the code. */
    public record CodePage(Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Asks for the operator's account. */
    public record OperatorPage(SetupForms.OperatorForm form, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Asks what the house is called and where it is at home. */
    public record HousePage(SetupForms.HouseForm form, List<String> zones, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Asks how mails leave the house; {@code tried} once a test mail was taken. */
    public record MailPage(SetupForms.MailForm form, boolean tried, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    /** Asks what the first community is. */
    public record FirstCommunityPage(List<Pack> packs, SetupForms.CommunityForm form, Refusals refusals)
            implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/setup")
    Answer index(Viewer viewer, HttpServletRequest request) {
        if (!beginning.waits()) {
            throw new NotHere();
        }
        return switch (beginning.step(SetupCookie.read(request))) {
            case CODE -> new CodePage(Refusals.NONE);
            case OPERATOR -> new OperatorPage(new SetupForms.OperatorForm("", "", "", ""), Refusals.NONE);
            case HOUSE ->
                new HousePage(
                        new SetupForms.HouseForm(
                                house.name().orElse(""),
                                viewer.locale().getLanguage(),
                                viewer.zone().getId()),
                        HouseEntrance.zones(),
                        Refusals.NONE);
            case MAIL -> new MailPage(new SetupForms.MailForm("", "587", "", "", "", ""), false, Refusals.NONE);
            case COMMUNITY ->
                new FirstCommunityPage(
                        packs.newest(viewer.locale().getLanguage()),
                        new SetupForms.CommunityForm("", "", "", "INVITATION"),
                        Refusals.NONE);
        };
    }

    @PostMapping("/setup/code")
    Answer create(@RequestParam(defaultValue = "") String code, HttpServletResponse response) {
        if (!beginning.waits()) {
            throw new NotHere();
        }
        return beginning
                .enter(code)
                .<Answer>map(secret -> {
                    SetupCookie.write(secret, response);
                    return new SeeOther("/setup");
                })
                .orElseGet(() -> new CodePage(Refusals.of(Refusal.in("code", "setup.code.wrong"))));
    }
}
