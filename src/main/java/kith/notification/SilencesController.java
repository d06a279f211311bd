package kith.notification;

import java.util.LinkedHashMap;
import java.util.Map;
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

    SilencesController(Silences silences) {
        this.silences = silences;
    }

    /** Asks how far: {@code topic} where it is about one, with the kinds of news there and the phrase of each; {@code done} names what is off now. */
    public record SilencePage(String token, boolean topic, Map<String, String> kinds, String done) implements Page {}

    @GetMapping("/silences/{token}")
    SilencePage new_(@PathVariable String token) {
        return page(token, find(token), "");
    }

    @OneClick
    @PostMapping("/silences/{token}")
    Answer create(@PathVariable String token, @RequestParam(defaultValue = "this") String what) {
        var silence = find(token);
        switch (what) {
            case "this" -> silences.create(silence);
            case "all" -> silences.all(silence.who());
            default -> silences.kind(silence.bundle().orElseThrow(NotHere::new), what);
        }
        return page(token, silence, what.equals("all") || what.equals("this") ? what : "kind");
    }

    private Silences.Silence find(String token) {
        return silences.find(token).orElseThrow(NotHere::new);
    }

    private SilencePage page(String token, Silences.Silence silence, String done) {
        var kinds = new LinkedHashMap<String, String>();
        silence.bundle()
                .ifPresent(bundle ->
                        silences.kinds(bundle).forEach(kind -> kinds.put(kind.kind(), kind.phrase() + ".name")));
        return new SilencePage(token, silence.bundle().isPresent(), kinds, done);
    }
}
