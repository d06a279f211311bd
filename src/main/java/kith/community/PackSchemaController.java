package kith.community;

import java.io.IOException;
import kith.page.Audience;
import kith.page.For;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The published JSON Schema of packs, for everybody who writes one. */
@Controller
@For(Audience.EVERYONE)
class PackSchemaController {
    private final byte[] schema;

    PackSchemaController() throws IOException {
        this.schema = new ClassPathResource("packs/pack.schema.json").getContentAsByteArray();
    }

    @GetMapping("/packs/schema")
    ResponseEntity<byte[]> show() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(schema);
    }
}
