package kith.advice;

import java.util.UUID;
import kith.identity.Ids;
import kith.page.NotHere;

/** Which question. */
public record QuestionId(UUID value) {
    static QuestionId next() {
        return new QuestionId(Ids.next());
    }

    /** From a path; what is no id is nothing that is here. */
    public static QuestionId of(String text) {
        try {
            return new QuestionId(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            throw new NotHere();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
