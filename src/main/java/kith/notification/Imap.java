package kith.notification;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;

/** The inbox of a mailbox, open over IMAP (RFC 9051); encrypted, but for a server on this very machine. */
final class Imap implements AutoCloseable {
    private static final String SECONDS = "20000";
    private final Store store;
    private final Folder inbox;

    private Imap(Store store, Folder inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    static Imap open(AnswerBox box, int mode) throws MessagingException {
        var store = Session.getInstance(properties(box)).getStore(protocol(box));
        try {
            store.connect(box.host(), box.port(), box.user(), box.password());
            var inbox = store.getFolder("INBOX");
            inbox.open(mode);
            return new Imap(store, inbox);
        } catch (MessagingException closed) {
            store.close();
            throw closed;
        }
    }

    private static String protocol(AnswerBox box) {
        return box.secure() ? "imaps" : "imap";
    }

    /** A header that breaks the rules is a stranger's, and is read as far as it goes. */
    static Properties lenient() {
        var properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.parameters.strict", "false");
        properties.setProperty("mail.mime.base64.ignoreerrors", "true");
        return properties;
    }

    private static Properties properties(AnswerBox box) {
        var properties = lenient();
        var protocol = "mail." + protocol(box);
        properties.setProperty(protocol + ".starttls.enable", "true");
        properties.setProperty(protocol + ".starttls.required", Boolean.toString(!box.secure() && !here(box.host())));
        properties.setProperty(protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty(protocol + ".peek", "true");
        for (var time : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(protocol + "." + time, SECONDS);
        }
        return properties;
    }

    private static boolean here(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    long validity() throws MessagingException {
        return ((UIDFolder) inbox).getUIDValidity();
    }

    /** The mails that came after one, the oldest first. */
    Message[] after(long uid) throws MessagingException {
        var mails = ((UIDFolder) inbox).getMessagesByUID(uid + 1, UIDFolder.LASTUID);
        var outside = new FetchProfile();
        outside.add(FetchProfile.Item.ENVELOPE);
        outside.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(mails, outside);
        return mails;
    }

    long uid(Message mail) throws MessagingException {
        return ((UIDFolder) inbox).getUID(mail);
    }

    @Override
    public void close() throws MessagingException {
        try {
            inbox.close(true);
        } finally {
            store.close();
        }
    }
}
