package kith.notification;

import java.util.List;
import java.util.UUID;
import kith.identity.Devices;
import kith.identity.Ids;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The devices on which a member is told that there is something new. */
@Controller
@For(Audience.MEMBERS)
class DevicesController {
    private final PushDevices devices;
    private final PushHosts hosts;
    private final Pushes pushes;
    private final Vapid vapid;
    private final Limits limits;

    DevicesController(PushDevices devices, PushHosts hosts, Pushes pushes, Vapid vapid, Limits limits) {
        this.devices = devices;
        this.hosts = hosts;
        this.pushes = pushes;
        this.vapid = vapid;
        this.limits = limits;
    }

    /** Their devices, and the house's public key for one more. */
    public record DevicesPage(List<PushDevice> devices, String key, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/devices")
    DevicesPage index(Viewer viewer) {
        return page(viewer, Refusals.NONE);
    }

    @PostMapping("/devices")
    Answer create(
            Viewer viewer,
            @ModelAttribute PushDeviceForm form,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String agent) {
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        var refusals = form.refusals(hosts);
        if (refusals.any()) {
            return page(viewer, refusals);
        }
        devices.add(viewer, form, Devices.name(agent));
        return new SeeOther("/devices", "notification.device.added");
    }

    /** Rings once, so that they see what a lock screen shows. */
    @PostMapping("/devices/trials")
    Answer update(Viewer viewer) {
        limits.take(Limit.ACCOUNT_CHANGE, viewer.member());
        pushes.ring(viewer.member(), Ids.next(), Reach.CONCERNS_ME);
        return new SeeOther("/devices", "notification.device.tried");
    }

    @PostMapping("/devices/{id}/removal")
    Answer destroy(Viewer viewer, @PathVariable UUID id) {
        if (!devices.remove(viewer, id)) {
            throw new NotHere();
        }
        return new SeeOther("/devices", "notification.device.removed");
    }

    private DevicesPage page(Viewer viewer, Refusals refusals) {
        return new DevicesPage(devices.of(viewer), vapid.key(), refusals);
    }
}
