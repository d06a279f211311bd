package kith.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.Page;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** Bringing pictures to what one is writing, and saying what can be seen on them. */
@Controller
@For(Audience.MEMBERS)
class DraftPicturesController {
    private final DraftPlaces places;
    private final PostPictures pictures;

    DraftPicturesController(DraftPlaces places, PostPictures pictures) {
        this.places = places;
        this.pictures = pictures;
    }

    /** The pictures with a draft, and the form for more of them. */
    public record DraftPicturesPage(DraftKey key, List<Picture> pictures, Refusals refusals) implements Page {
        @Override
        public int status() {
            return refusals.status();
        }

        public boolean full() {
            return pictures.size() >= PostPictures.MOST;
        }

        public int most() {
            return PostPictures.MOST;
        }

        public int megabytes() {
            return DrawingRoom.MOST_BYTES >> 20;
        }
    }

    @GetMapping("/drafts/{key}/pictures")
    Answer index(Viewer viewer, @PathVariable String key) {
        return page(viewer, places.find(viewer, key), Refusals.NONE);
    }

    @PostMapping("/drafts/{key}/pictures")
    Answer create(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var found = places.find(viewer, key);
        pictures.describe(viewer, found, Captions.of(typed), false);
        var refusals = add(viewer, found, files(request));
        return refusals.any()
                ? page(viewer, found, refusals)
                : new SeeOther(typed.containsKey("back") ? found.path() : found.pictures());
    }

    /** The files that a form brought; none where it is a form of words alone. */
    private static List<MultipartFile> files(HttpServletRequest request) {
        var parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        return parts == null ? List.of() : parts.getFiles("pictures");
    }

    private Refusals add(Viewer viewer, DraftKey key, List<MultipartFile> files) {
        return new Refusals(files.stream()
                .filter(file -> !file.isEmpty())
                .limit(PostPictures.MOST + 1)
                .map(file -> pictures.add(viewer, key, file))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
    }

    private DraftPicturesPage page(Viewer viewer, DraftKey key, Refusals refusals) {
        return new DraftPicturesPage(key, pictures.with(viewer, key), refusals);
    }
}
