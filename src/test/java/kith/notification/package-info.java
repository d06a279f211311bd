/** Tests of mails on their way. */
@org.jspecify.annotations.NullMarked
package kith.notification;
