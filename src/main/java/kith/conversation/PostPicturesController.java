package kith.conversation;

import java.util.UUID;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
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

/** The pictures of posts: seen by whoever sees the post, as the JPEG that this house drew and nothing else. */
@Controller
class PostPicturesController {
    private final PostPictures pictures;

    PostPicturesController(PostPictures pictures) {
        this.pictures = pictures;
    }

    @For(Audience.EVERYONE)
    @GetMapping("/post-pictures/{id}/{width}")
    ResponseEntity<byte[]> show(Viewer viewer, @PathVariable UUID id, @PathVariable int width) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"picture.jpg\"")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                // Nothing of a conversation stays in a browser: not after signing out, and not on somebody else's
                // phone.
                .cacheControl(CacheControl.noStore())
                .body(pictures.show(viewer, id, PictureSize.of(width)));
    }

    @For(Audience.MEMBERS)
    @PostMapping("/post-pictures/{id}/removal")
    Answer destroy(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean pictures) {
        var key = this.pictures.remove(viewer, id);
        return new SeeOther(pictures ? key.pictures() : key.path(), "conversation.picture.removed");
    }
}
