package kith.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Gives browsers the house's own files, for a year. */
@Controller
@For(Audience.EVERYONE)
class AssetsController {
    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{file}")
    ResponseEntity<byte[]> show(
            @PathVariable String file,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        var asset = assets.find(file).orElseThrow(NotHere::new);
        var zipped = asset.shrinks() && encodings.contains("gzip");
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.type()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return zipped
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.gzip())
                : answer.body(asset.plain());
    }
}
