package kith.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.Visitor;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.Refusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail server on this machine brings Marama's answers over a real socket; whatever else it says does no harm. */
class LmtpTest extends StillHouse {
    private static final UUID TOPIC = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID POST = UUID.fromString("01900000-0000-7000-8000-000000000002");

    @Autowired
    AnswerSettings settings;

    @Autowired
    AnswerAddresses addresses;

    @Autowired
    Bounces bounces;

    @Autowired
    Lmtp lmtp;

    @Autowired
    Ear ear;

    private Viewer marama;
    private String to;
    private int door;

    @BeforeEach
    void theDoorIsOpen() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door = free.getLocalPort();
        }
        settings.keep(new AnswerBox("post@example.org", "127.0.0.1", door, false, true, "", null));
        lmtp.heed();
        ear.heard.clear();
        ear.made = new Taken.Posted("/posts/1", List.of());
        marama = member("Marama");
        to = notice(marama);
    }

    @AfterEach
    void theDoorCloses() {
        settings.forget();
        lmtp.heed();
    }

    private String notice(Viewer who) {
        var bundle = Ids.next();
        sql.sql("""
                        insert into notification.bundle (id, account_id, thread_id, community_id, last_id)
                        values (:id, :who, :topic, :id, :id)""")
                .param("id", bundle)
                .param("who", who.member().value())
                .param("topic", TOPIC)
                .update();
        sql.sql("""
                        insert into notification.notice (id, bundle_id, account_id, kind, about_id, at)
                        values (:id, :bundle, :who, 'test.reply', :about, now())""")
                .param("id", Ids.next())
                .param("bundle", bundle)
                .param("who", who.member().value())
                .param("about", POST)
                .update();
        return addresses.answers(who.member(), "test.reply", TOPIC, POST).orElseThrow();
    }

    private static String email(Viewer who) {
        return who.member() + "@example.org";
    }

    private String letter(String body) {
        return "From: <%s>\nTo: <somebody@else.example>\nMessage-ID: <%s@mail.example>\nContent-Type: text/plain; charset=utf-8\n\n%s\n"
                .formatted(email(marama), UUID.randomUUID(), body);
    }

    /** Says everything at once, as a server that pipelines, and gives the codes that came back; \n ends a line. */
    private List<String> talk(String... said) throws IOException {
        return says(String.join("", said).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<String> says(byte[] said) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door)) {
            socket.setSoTimeout(20_000);
            var speaker = Thread.ofVirtual().start(() -> speak(socket, said));
            var codes = codes(socket);
            speaker.join();
            return codes;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void speak(Socket socket, byte[] said) {
        try {
            socket.getOutputStream().write(said);
            socket.shutdownOutput();
        } catch (IOException refused) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> codes(Socket socket) throws IOException {
        var codes = new ArrayList<String>();
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.charAt(3) == ' ') {
                codes.add(line.substring(0, 3));
            }
        }
        return codes;
    }

    private String rcpt(String... whom) {
        var all = new StringBuilder("LHLO mx.example.org\nMAIL FROM:<m@example.org> BODY=8BITMIME\n");
        for (var one : whom) {
            all.append("RCPT TO:<").append(one).append(">\n");
        }
        return all + "DATA\n";
    }

    private String heard(Viewer who, String words) {
        return who.member() + " " + TOPIC + " " + POST + " " + words;
    }

    @Test
    void herAnswerIsTakenWhenAllIsSaidAtOnceAndTwiceIsOnce() throws IOException {
        var letter = letter("Mit dem Frühstück.");
        assertThat(talk(rcpt(to), letter, ".\nRSET\nNOOP\nQUIT\n"))
                .containsExactly("220", "250", "250", "250", "354", "250", "250", "250", "221");
        assertThat(talk(rcpt(to), letter, ".\nQUIT\n")).contains("354", "250");
        assertThat(ear.heard).containsExactly(heard(marama, "Mit dem Frühstück."));
    }

    @Test
    void eachRecipientHasAnAnswerOfTheirOwnAndOneThatNobodyMadeIsRefusedAtOnce() throws IOException {
        var tane = member("Tane");
        var his = notice(tane);
        var strange = to.replaceFirst("\\+a....", "+a0000");
        var codes = talk(rcpt(to, strange, "root@example.org", "a@b.example", his), letter("For both?"), ".\nQUIT\n");
        assertThat(codes)
                .containsExactly("220", "250", "250", "250", "550", "550", "550", "250", "354", "250", "250", "221");
        assertThat(ear.heard).as("it is from Marama alone").containsExactly(heard(marama, "For both?"));
        assertThat(talk(rcpt("elsewhere@example.net"), "QUIT\n"))
                .as("never a relay")
                .containsExactly("220", "250", "250", "550", "503", "221");
    }

    @Test
    void dotsAtTheBeginningOfLinesAreHersAndOnlyAWholeLineEnds() throws IOException {
        talk(rcpt(to), letter("First\n..hidden\n...\nlast"), ".\nQUIT\n");
        assertThat(ear.heard).containsExactly(heard(marama, "First\n.hidden\n..\nlast"));
        var smuggled = (rcpt(to) + letter("One")).replace("\n", "\r\n") + "\n.\nMAIL FROM:<x@y.example>\r\nRCPT TO:<"
                + to + ">\r\n\r.\r\nTwo\r\n.\r\nQUIT\r\n";
        assertThat(says(smuggled.getBytes(StandardCharsets.UTF_8)))
                .as("one mail")
                .containsExactly("220", "250", "250", "250", "354", "250", "221");
        assertThat(ear.heard).hasSize(2);
    }

    @Test
    void whatIsTooLargeIsRefusedForEachAndTheTalkGoesOn() throws IOException {
        assertThat(talk("LHLO a\nMAIL FROM:<m@example.org> SIZE=99999999\nQUIT\n"))
                .containsExactly("220", "250", "552", "221");
        var codes = talk(rcpt(to, to), letter("x".repeat(LmtpTalk.MOST_BYTES)), ".\n", "NOOP\nQUIT\n");
        assertThat(codes).containsExactly("220", "250", "250", "250", "250", "354", "552", "552", "250", "221");
        assertThat(ear.heard).isEmpty();
    }

    @Test
    void nothingComesBeforeItsTimeAndGarbageEndsTheTalk() throws IOException {
        assertThat(
                        talk(
                                "MAIL FROM:<a@b.example>\nRCPT TO:<x@y.example>\nDATA\nEHLO x\nLHLO x\nMAIL <>\nRCPT\nVRFY x\nQUIT\n"))
                .containsExactly("220", "503", "503", "503", "500", "250", "501", "503", "252", "221");
        assertThat(talk("\n", "\u0000\u0001\n".repeat(3), "A".repeat(5_000) + "\n", "GET / HTTP/1.1\n".repeat(20)))
                .containsExactly("220", "500", "500", "500", "500", "500", "500", "500", "500", "500", "500", "421");
        assertThat(says("B".repeat(200_000).getBytes(StandardCharsets.US_ASCII)))
                .as("a line without an end")
                .containsExactly("220");
        assertThat(talk(rcpt(to), "half a mail")).as("it broke off").containsExactly("220", "250", "250", "250", "354");
        assertThat(talk(rcpt(to), letter("Still here."), ".\nQUIT\n")).contains("221");
        assertThat(ear.heard).containsExactly(heard(marama, "Still here."));
    }

    @Test
    void aMachineIsNotHeardAndAMailThatComesBackIs() throws IOException {
        talk(rcpt(to).replace("m@example.org", ""), letter("I am away."), ".\nQUIT\n");
        assertThat(ear.heard).isEmpty();
        var mail = Ids.next();
        sql.sql("""
                        insert into notification.mail (id, account_id, address, locale, subject, body, html)
                        values (:id, :who, :address, 'en', '', '', '')""")
                .param("id", mail)
                .param("who", marama.member().value())
                .param("address", email(marama))
                .update();
        var tag = addresses.returns(bounces.tag(mail, email(marama))).orElseThrow();
        var report =
                "From: <>\nMIME-Version: 1.0\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n--b--\n";
        assertThat(talk(rcpt(tag).replace("m@example.org", ""), report, ".\nQUIT\n"))
                .containsExactly("220", "250", "250", "250", "354", "250", "221");
        assertThat(bounces.stopped(marama.member(), email(marama))).isTrue();
    }

    @Test
    void onlyAFewTalkAtOnceAndTheDoorIsClosedUnlessTheOperatorOpensIt() throws Exception {
        var guests = new ArrayList<Socket>();
        for (var n = 0; n < 4; n++) {
            guests.add(new Socket(InetAddress.getLoopbackAddress(), door));
            assertThat(guests.getLast().getInputStream().read()).isEqualTo('2');
        }
        assertThat(says(new byte[0])).containsExactly("421");
        for (var guest : guests) {
            guest.close();
        }
        settings.forget();
        lmtp.heed();
        var end = System.nanoTime() + 5_000_000_000L;
        while (answers() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(answers()).isFalse();
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door)) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void theOperatorOpensItOnThisMachineAlone() {
        assertThat(form("127.0.0.1").any()).isFalse();
        assertThat(form("mail.example.org").in("host")).isPresent();
        assertThat(form("0.0.0.0").in("host")).isPresent();
    }

    @Test
    void theOperatorTriesAndChoosesItInTheHouse() throws Exception {
        settings.forget();
        lmtp.heed();
        sql.sql("update identity.account set operator = true where id = ?")
                .param(marama.member().value())
                .update();
        var her = new Visitor(port).with("__Host-kith", session(marama));
        assertThat(her.get("/house/answers").words()).contains("A mail server on this machine brings them (LMTP)");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(send(her, "/house/answers/trials", taken.getLocalPort()).words())
                    .contains("That does not work.");
        }
        assertThat(send(her, "/house/answers/trials", door).words()).contains("That works. Now save it.");
        assertThat(send(her, "/house/answers", door).status()).isEqualTo(303);
        lmtp.heed();
        assertThat(send(her, "/house/answers/trials", door).words())
                .as("it is open already, and its own")
                .contains("That works. Now save it.");
        assertThat(talk(rcpt(to), letter("Chosen."), ".\nQUIT\n")).contains("354");
        assertThat(ear.heard).containsExactly(heard(marama, "Chosen."));
    }

    private static Visitor.Answer send(Visitor who, String path, int port) {
        return who.post(
                path,
                "address",
                "post@example.org",
                "host",
                "127.0.0.1",
                "port",
                "" + port,
                "safety",
                AnswerBoxForm.LMTP,
                "user",
                "",
                "password",
                "");
    }

    private static Refusals form(String host) {
        return new AnswerBoxForm("post@example.org", host, "2424", AnswerBoxForm.LMTP, "", "")
                .refusals(java.util.Optional.empty());
    }
}
