package kith.identity;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Implemented in the tests of each module that keeps personal columns, with a constructor without arguments: puts a canary into every column of words that the
 * module's {@link PersonalData} names, in rows that belong to one person. Each is {@code canary + "/" + name}, so that each can be looked for. Found by
 * {@link PersonalDataContractTest} on the class path.
 */
public interface Planter {
    String module();

    void plant(JdbcClient owner, MemberId who, String canary);

    /** Columns of text in which there are never a person's words: ids, paths, names of kinds. */
    default Set<String> wordless() {
        return Set.of();
    }

    /** Columns whose words are the community's once they are written; they lose their writer and stay. */
    default Set<String> stays() {
        return Set.of();
    }

    /** What the export must show of what was planted. */
    default String trace(String canary) {
        return canary;
    }
}
