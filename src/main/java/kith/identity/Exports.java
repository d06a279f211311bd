package kith.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kith.audit.AuditLog;
import kith.page.Phrases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Gives a person everything the house keeps about them: one page to read and one file for machines, of the same moment. */
@Component
class Exports {
    private final ObjectProvider<PersonalData> parts;
    private final Phrases phrases;
    private final JsonMapper json;
    private final AuditLog audit;

    Exports(ObjectProvider<PersonalData> parts, Phrases phrases, JsonMapper json, AuditLog audit) {
        this.parts = parts;
        this.phrases = phrases;
        this.json = json;
        this.audit = audit;
    }

    /** What one module gives. */
    record Chapter(String module, List<PersonalData.Part> parts) {}

    /** All chapters as they are at one moment; the account comes first. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public List<Chapter> collect(MemberId who) {
        audit.note(who.value(), "account.exported", "account " + who, "");
        return parts.stream()
                .map(part -> new Chapter(part.module(), part.export(who)))
                .sorted(java.util.Comparator.comparing(
                                (Chapter c) -> !c.module().equals("identity"))
                        .thenComparing(Chapter::module))
                .toList();
    }

    void write(List<Chapter> chapters, Locale locale, ZoneId zone, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write(new ExportDocument(phrases, locale, zone).of(chapters).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(machine(chapters)));
        }
    }

    private static LinkedHashMap<String, Object> machine(List<Chapter> chapters) {
        var all = new LinkedHashMap<String, Object>();
        for (var chapter : chapters) {
            var lists = new LinkedHashMap<String, Object>();
            chapter.parts().forEach(part -> lists.put(part.key(), part.rows()));
            all.put(chapter.module(), lists);
        }
        return all;
    }
}
