package kith.advice;

import org.jspecify.annotations.Nullable;

/** What a form carries, made fit to keep: never null, one kind of line end, and no NUL, which PostgreSQL refuses. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }

    static String line(@Nullable String typed) {
        return text(typed).replaceAll("\\s+", " ").strip();
    }
}
