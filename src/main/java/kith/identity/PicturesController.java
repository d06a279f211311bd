package kith.identity;

import java.io.IOException;
import java.util.UUID;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Faces that members uploaded: seen by members alone, as the picture they are and nothing else. */
@Controller
@For(Audience.MEMBERS)
class PicturesController {
    private final Pictures pictures;
    private final Limits limits;

    PicturesController(Pictures pictures, Limits limits) {
        this.pictures = pictures;
        this.limits = limits;
    }

    /** The form for a picture. */
    public record PicturePage(Refusals refusals, boolean any) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }
    }

    @GetMapping("/pictures/{id}")
    ResponseEntity<byte[]> show(@PathVariable UUID id) {
        var picture = pictures.find(id).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"picture\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(picture.content());
    }

    @GetMapping("/pictures/new")
    PicturePage new_(Viewer viewer) {
        return new PicturePage(Refusals.NONE, viewer.card().picture() != null);
    }

    @PostMapping("/pictures")
    Answer create(@RequestParam MultipartFile picture, Viewer viewer) throws IOException {
        limits.take(Limit.UPLOAD, viewer.member());
        var drawn = picture.getSize() > Pictures.MOST_BYTES ? null : Portrait.of(picture.getBytes());
        if (drawn == null) {
            var refusals = Refusals.of(Refusal.in("picture", "identity.picture.unreadable", Pictures.MOST_BYTES >> 20));
            return new PicturePage(refusals, viewer.card().picture() != null);
        }
        pictures.put(viewer, drawn);
        return new SeeOther("/account", "identity.saved");
    }

    @PostMapping("/pictures/removal")
    Answer destroy(Viewer viewer) {
        pictures.remove(viewer.member());
        return new SeeOther("/account", "identity.saved");
    }
}
