package kith.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import kith.page.Assets;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Phrases;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The script that a browser keeps for the house: it stands at the root, so that it may speak for every page, and brings its few words with it. */
@Controller
@For(Audience.EVERYONE)
class ServiceWorkersController {
    private static final MediaType TYPE = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private final Phrases phrases;
    private final Assets assets;
    private final JsonMapper json;
    private final String script;

    ServiceWorkersController(Phrases phrases, Assets assets, JsonMapper json) throws IOException {
        this.phrases = phrases;
        this.assets = assets;
        this.json = json;
        this.script =
                new ClassPathResource("assets/worker/service-worker.js").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/service-worker.js")
    ResponseEntity<byte[]> show(@RequestParam(defaultValue = "en") String language) {
        var locale = Phrases.LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(NotHere::new);
        var words = json.writeValueAsString(words(locale));
        return ResponseEntity.ok()
                .contentType(TYPE)
                .body(script.replace("\"WORDS\"", words).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> words(Locale locale) {
        return Map.of(
                "language",
                locale.getLanguage(),
                "news",
                phrases.say(locale, "notification.push.words"),
                "icon",
                assets.path("kith-192.png"));
    }
}
