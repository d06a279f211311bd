package kith.notification;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;

/** Implemented by the module that knows a kind of news: what may be said of it, asked anew each time it is shown or mailed. */
public interface NoticeKind {
    /** Such as {@code conversation.reply}. */
    String kind();

    Reach reach();

    /** What the reader may see of each now; what is missing is neither shown nor mailed. */
    Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> abouts);

    /**
     * The beginning of its phrases' keys: {@code .name} ("Answers to your topics") for the choices, {@code .subject} ("Somebody answered you") for the subject
     * and the first sentence of a mail, which stays neutral, without name, title or any word of health.
     */
    default String phrase() {
        return kind() + ".notice";
    }
}
