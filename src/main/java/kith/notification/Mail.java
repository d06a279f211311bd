package kith.notification;

import java.util.List;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A mail to a member, in their language: {@code key} names its phrases ({@code key.subject}, {@code key.text}, and {@code key.button} where {@code path} leads
 * somewhere in the house). The subject takes no arguments, so that nothing personal can slip into it.
 */
public record Mail(MemberId to, String key, @Nullable String path, List<Object> args) {
    public static Mail to(MemberId who, String key, @Nullable String path, Object... args) {
        return new Mail(who, key, path, List.of(args));
    }
}
