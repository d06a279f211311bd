/**
 * How the house reaches its members; for now by mail out. Words: <em>mail</em> (one letter to one address, written in the transaction of what causes it),
 * <em>relay</em> (what carries mails to the mail server), <em>device</em> (a browser that is told by push), <em>answer</em> (a reply that comes by mail), <em>kept</em> (not sent, because the house has no mail server or is a demonstration). It never puts
 * the name of a community, a word of health or a person's name into a subject or a sender. Depends on {@code house}, {@code page} and {@code identity}.
 */
@NullMarked
package kith.notification;

import org.jspecify.annotations.NullMarked;
