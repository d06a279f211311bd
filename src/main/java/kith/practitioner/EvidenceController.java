package kith.practitioner;

import java.util.Optional;
import java.util.UUID;
import kith.audit.AuditLog;
import kith.community.Communities;
import kith.identity.Viewer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What shows that somebody is what they say: for those who make sure and for who brought it, as a file to keep apart, never to be run. */
@Controller
@For(Audience.MEMBERS)
class EvidenceController {
    private final Applications applications;
    private final EvidenceRoom evidence;
    private final Communities communities;
    private final AuditLog audit;

    EvidenceController(Applications applications, EvidenceRoom evidence, Communities communities, AuditLog audit) {
        this.applications = applications;
        this.evidence = evidence;
        this.communities = communities;
        this.audit = audit;
    }

    @GetMapping("/applications/{slug}/{id}/evidence")
    ResponseEntity<byte[]> show(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var place = communities.find(viewer, slug);
        var file = Optional.of(applications.find(place, id))
                .filter(one -> one.evidenceFor(place))
                .flatMap(one -> Optional.ofNullable(one.evidence()))
                .flatMap(evidence::open)
                .orElseThrow(NotHere::new);
        audit.note(viewer.member().value(), "evidence.read", "application " + id, "");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(file.content());
    }
}
