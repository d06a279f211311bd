package kith.notification;

import java.util.List;
import java.util.Map;
import kith.house.House;
import kith.identity.Viewer;
import kith.page.Assets;
import kith.page.Audience;
import kith.page.For;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** What a phone needs to keep the house among its apps: its name and its sign, and nothing about what it is for. */
@Controller
@For(Audience.EVERYONE)
class ManifestController {
    private static final MediaType TYPE = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");
    private final House house;
    private final Assets assets;
    private final JsonMapper json;

    ManifestController(House house, Assets assets, JsonMapper json) {
        this.house = house;
        this.assets = assets;
        this.json = json;
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<byte[]> show(Viewer viewer) {
        return ResponseEntity.ok().contentType(TYPE).body(json.writeValueAsBytes(manifest(viewer)));
    }

    private Map<String, Object> manifest(Viewer viewer) {
        var name = house.name().orElse("Kith");
        return Map.of(
                "id",
                "/",
                "name",
                name,
                "short_name",
                name,
                "lang",
                viewer.locale().toLanguageTag(),
                "start_url",
                "/",
                "scope",
                "/",
                "display",
                "standalone",
                "background_color",
                "#faf7f2",
                "theme_color",
                "#faf7f2",
                "icons",
                List.of(
                        icon("kith-192.png", "192x192", "any"),
                        icon("kith-512.png", "512x512", "any"),
                        icon("kith-maskable-512.png", "512x512", "maskable")));
    }

    private Map<String, String> icon(String name, String sizes, String purpose) {
        return Map.of("src", assets.path(name), "sizes", sizes, "type", "image/png", "purpose", purpose);
    }
}
