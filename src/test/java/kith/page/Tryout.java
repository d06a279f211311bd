package kith.page;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page with a post to quote and to thank for and a place to answer, for tests of the scripts alone. */
@Controller
@TestComponent
@For(Audience.EVERYONE)
class Tryout {
    final CopyOnWriteArrayList<String> drafts = new CopyOnWriteArrayList<>();
    final AtomicInteger answer = new AtomicInteger(204);
    private final AtomicInteger thanks = new AtomicInteger();
    private final TemplateEngine templates;
    private final Frames frames;

    Tryout(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping(value = "/tryout", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> show(HttpServletRequest request, HttpServletResponse response) {
        var frame = frames.of(new ErrorPages.ErrorPage(200, "fault", null, null), request, response);
        Content content = out -> {
            out.writeContent("""
                    <article class="card post" data-quotable data-by="Marama"><span></span><div class="stack words"><p id="said">Half a day is a day.</p></div></article>
                    <div id="thanks" class="thanks"><form method="post" action="/tryout" data-part="thanks"><input type="hidden" name="_csrf" value="%s">\
                    <button>With you · %d</button></form></div>
                    <form class="card" method="post" action="/tryout" data-draft="/tryout/draft"><input type="hidden" name="_csrf" value="%s">""".formatted(frame.csrf(), thanks.get(), frame.csrf()));
            templates.render(
                    "page/composer.jte",
                    Map.of("frame", frame, "label", "Your reply", "quotes", true, "hint", "Half a sentence is enough."),
                    out);
            out.writeContent("<button>Post reply</button></form>");
        };
        var html = new StringOutput();
        templates.render("page/layout.jte", Map.of("frame", frame, "title", "Tryout", "content", content), html);
        return ResponseEntity.ok(html.toString().replace("/previews", "/tryout/preview"));
    }

    @PostMapping("/tryout")
    ResponseEntity<Void> create() {
        thanks.incrementAndGet();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/tryout")
                .build();
    }

    @PostMapping("/tryout/draft")
    ResponseEntity<Void> draft(@RequestParam String body) {
        if (answer.get() == 303) {
            return ResponseEntity.status(303).header("Location", "/sign-in").build();
        }
        if (answer.get() < 300) {
            drafts.add(body);
        }
        return ResponseEntity.status(answer.get()).build();
    }

    @PostMapping("/tryout/preview")
    ResponseEntity<String> preview(@RequestParam String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .body("<p><strong>" + text.length() + "</strong></p>");
    }
}
