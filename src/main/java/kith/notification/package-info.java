/**
 * How the house tells its members. Words: <em>news</em> (that something happened which concerns somebody), <em>notice</em> (news in somebody's inbox),
 * <em>bundle</em> (all notices of one topic: a row of the inbox, a thread of a mail program), <em>bell</em> (what reaches a member's devices), <em>digest</em> (one
 * mail at the member's hour), <em>silence</em> (no mails of something any more), <em>mail</em> (one letter to one address, written in the transaction of what
 * causes it), <em>relay</em> (what carries mails to the mail server), <em>kept</em> (not sent, because the house has no mail server or is a demonstration). It
 * never puts the name of a community, a word of health or a person's name into a subject or a sender, and keeps no words of a post: it asks for them when they are
 * shown. Depends on {@code house}, {@code page}, {@code audit}, {@code identity} and {@code live}.
 */
@NullMarked
package kith.notification;

import org.jspecify.annotations.NullMarked;
