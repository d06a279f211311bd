package kith.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kith.identity.Ids;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marama's phone is told through a push service that really listens; it learns that there is something new, and nothing else. */
class PushesTest extends StillHouse {
    private Viewer marama;

    @BeforeEach
    void thePhoneIsThere() {
        marama = member("Marama");
        add("phone");
    }

    private void add(String device) {
        var form = new PushDeviceForm(service.endpoint(device).toString(), service.key(), service.secret());
        devices.add(marama, form, "Firefox · Android");
    }

    private void ring(UUID notice) {
        transactions.executeWithoutResult(act -> pushes.ring(marama.member(), notice, Reach.CONCERNS_ME));
    }

    private int waiting() {
        return sql.sql("select count(*) from notification.push")
                .query(Integer.class)
                .single();
    }

    private Duration pause() {
        return Duration.between(
                Instant.now(),
                sql.sql("select next_at from notification.push")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }

    @Test
    void aPushSaysAnIdAndNothingElseAndShowsThatItComesFromThisHouse() throws Exception {
        var notice = Ids.next();
        ring(notice);
        relay.carry();
        relay.carry();
        assertThat(service.came).hasSize(1);
        var came = service.came.getFirst();
        assertThat(came.words()).isEqualTo("{\"id\":\"" + notice + "\"}");
        assertThat(came.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(came.header("Urgency")).isEqualTo("normal");
        assertThat(came.header("Topic")).isEqualTo("news");
        assertThat(Integer.parseInt(came.header("Ttl"))).isBetween(86_000, 86_400);
        assertThat(signed(came.header("Authorization"))).isTrue();
        assertThat(waiting()).isZero();
        assertThat(devices.of(marama).getFirst().toldAt()).isNotNull();
    }

    /** Holds the signature against the key that browsers are given, and reads whom it is for. */
    private boolean signed(String authorization) throws Exception {
        assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + vapid.key());
        var token = authorization.substring(8, authorization.indexOf(','));
        var dot = token.lastIndexOf('.');
        var claims = new String(Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, dot)), US_ASCII);
        assertThat(claims)
                .contains("\"aud\":\"http://127.0.0.1:" + service.endpoint("").getPort() + "\"");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(Curve.point(Base64.getUrlDecoder().decode(vapid.key())));
        signature.update(token.substring(0, dot).getBytes(US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }

    @Test
    void everyDeviceIsToldOnceHoweverOftenTheBellRings() {
        add("tablet");
        var notice = Ids.next();
        ring(notice);
        ring(notice);
        relay.carry();
        assertThat(service.came).hasSize(2);
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        transactions.executeWithoutResult(act -> {
            pushes.ring(marama.member(), Ids.next(), Reach.CONCERNS_ME);
            act.setRollbackOnly();
        });
        relay.carry();
        assertThat(service.came).isEmpty();
    }

    @Test
    void aDeviceThatIsGoneIsForgotten() {
        for (var status : List.of(404, 410)) {
            add("phone");
            service.mood.set(new FakePushService.Mood(status, ""));
            ring(Ids.next());
            relay.carry();
            assertThat(devices.of(marama)).as("after %d", status).isEmpty();
            assertThat(waiting()).isZero();
        }
    }

    @Test
    void aBusyServiceIsTriedLaterAsItWishesAndTheDeviceStays() {
        service.mood.set(new FakePushService.Mood(429, "600"));
        ring(Ids.next());
        relay.carry();
        assertThat(pause()).isBetween(Duration.ofSeconds(590), Duration.ofSeconds(601));
        service.mood.set(new FakePushService.Mood(503, ""));
        sql.sql("update notification.push set next_at = now()").update();
        relay.carry();
        assertThat(pause()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(61));
        service.mood.set(new FakePushService.Mood(201, ""));
        sql.sql("update notification.push set next_at = now()").update();
        relay.carry();
        assertThat(waiting()).isZero();
        assertThat(service.came).hasSize(3);
        assertThat(devices.of(marama)).hasSize(1);
    }

    @Test
    void aServiceThatIsAwayIsTriedAgainAndAfterADayNobodyNeedsToBeTold() {
        service.close();
        ring(Ids.next());
        relay.carry();
        assertThat(waiting()).isEqualTo(1);
        sql.sql("update notification.push set next_at = now(), made_at = now() - interval '25 hours'")
                .update();
        relay.carry();
        assertThat(waiting()).isZero();
    }

    @Test
    void aRedirectIsNotFollowedAndARefusalEndsThePushAlone() {
        for (var status : List.of(307, 400, 413)) {
            service.mood.set(new FakePushService.Mood(status, ""));
            ring(Ids.next());
            relay.carry();
            assertThat(waiting()).as("after %d", status).isZero();
        }
        assertThat(devices.of(marama)).hasSize(1);
    }

    @Test
    void thePhoneTellsWhoeverAddedItLast() {
        var tane = member("Tane");
        devices.add(
                tane,
                new PushDeviceForm(service.endpoint("phone").toString(), service.key(), service.secret()),
                "Firefox · Android");
        assertThat(devices.of(marama)).isEmpty();
        assertThat(devices.of(tane)).hasSize(1);
        assertThat(devices.remove(marama, devices.of(tane).getFirst().id())).isFalse();
    }

    @Test
    void theEleventhDeviceTakesThePlaceOfTheFirst() {
        for (var n = 0; n < PushDevices.MOST; n++) {
            add("more-" + n);
        }
        assertThat(devices.of(marama)).hasSize(PushDevices.MOST);
        assertThat(sql.sql("select count(*) from notification.device where endpoint like '%/phone'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyTheMakersOfBrowsersAreSentTo() {
        var hosts = new PushHosts();
        assertThat(Stream.of(
                        "https://fcm.googleapis.com/fcm/send/x",
                        "https://updates.push.services.mozilla.com/wpush/v2/x",
                        "https://web.push.apple.com/x",
                        "https://wns2-by3p.notify.windows.com/w/?token=x"))
                .allMatch(endpoint -> hosts.known(URI.create(endpoint)));
        assertThat(Stream.of(
                        "http://fcm.googleapis.com/x",
                        "https://fcm.googleapis.com:8443/x",
                        "https://fcm.googleapis.com@127.0.0.1/x",
                        "https://127.0.0.1/x",
                        "https://[::1]/x",
                        "https://localhost/x",
                        "https://fcm.googleapis.com.example.org/x",
                        "https://evilpush.apple.com.example/x",
                        "https://169.254.169.254/latest/meta-data",
                        "file:///etc/passwd"))
                .noneMatch(endpoint -> hosts.known(URI.create(endpoint)));
    }

    @Test
    void noAddressOfANetworkOfOnesOwnIsPublic() {
        assertThat(Stream.of(
                        "127.0.0.1",
                        "10.1.2.3",
                        "172.16.0.1",
                        "192.168.1.1",
                        "169.254.169.254",
                        "100.64.0.1",
                        "0.0.0.0",
                        "255.255.255.255",
                        "224.0.0.1",
                        "::1",
                        "fe80::1",
                        "fd00::1",
                        "::ffff:10.0.0.1"))
                .noneMatch(address -> PushHosts.isPublic(InetAddress.ofLiteral(address)));
        assertThat(PushHosts.isPublic(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
        assertThat(PushHosts.isPublic(InetAddress.ofLiteral("2001:4860:4860::8888")))
                .isTrue();
    }
}
