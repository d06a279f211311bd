package kith.notification;

/**
 * One notice as its reader may see it now: {@code line} is one plain sentence in their language for the inbox, {@code path} where it leads, {@code who} the
 * name as shown there. {@code html} (cleaned) and {@code text} are the words of the post for a mail of somebody who asked for them; they may be empty.
 */
public record NoticeWords(String line, String path, String who, String html, String text) {}
