package kith.notification;

import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.OneClick;
import kith.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches mails off by the signed address that stands in each of them: with one click of the mail program (RFC 8058), or on a page that asks how far. */
@Controller
@For(Audience.EVERYONE)
class SilencesController {
    private final Silences silences;
    private final NoticeKinds kinds;

    SilencesController(Silences silences, NoticeKinds kinds) {
        this.silences = silences;
        this.kinds = kinds;
    }

    /** Asks how far; {@code topic} where it is about one, {@code done} names what is switched off, or is empty before. */
    public record SilencePage(String token, boolean topic, String kind, String done) implements Page {}

    @GetMapping("/silences/{token}")
    SilencePage new_(@PathVariable String token) {
        return page(token, find(token), "");
    }

    @OneClick
    @PostMapping("/silences/{token}")
    Answer create(@PathVariable String token, @RequestParam(defaultValue = "this") String what) {
        var silence = find(token);
        switch (what) {
            case "all" -> silences.all(silence.who());
            case "kind" -> silences.kind(silence.bundle().orElseThrow(NotHere::new));
            default -> silences.create(silence);
        }
        return page(token, silence, what.equals("all") || what.equals("kind") ? what : "this");
    }

    private Silences.Silence find(String token) {
        return silences.find(token).orElseThrow(NotHere::new);
    }

    private SilencePage page(String token, Silences.Silence silence, String done) {
        var kind = silence.bundle()
                .flatMap(bundle -> kinds.find(bundle.kind()))
                .map(known -> known.phrase() + ".name")
                .orElse("");
        return new SilencePage(token, silence.bundle().isPresent(), kind, done);
    }
}
