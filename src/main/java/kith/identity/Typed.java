package kith.identity;

import org.jspecify.annotations.Nullable;

/** What came from a form, so that a field which was not sent is an empty one. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static String line(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static boolean yes(@Nullable Boolean ticked) {
        return ticked != null && ticked;
    }

    /** A path of this house to go on to, else the start. */
    static String path(@Nullable String typed) {
        return typed != null && typed.length() < 500 && kith.page.SeeOther.isLocal(typed) ? typed : "/";
    }
}
