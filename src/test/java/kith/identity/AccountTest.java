package kith.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import kith.Visitor;
import org.junit.jupiter.api.Test;

/** A member's account: the profile, the picture, sessions, taking along, leaving, and what the operator may do. */
class AccountTest extends IdentityHouse {
    @Test
    void maramaChangesHowOthersSeeHer() {
        member("Tui");
        var tui = signedIn("Tui");
        var saved = tui.post(
                "/account",
                "name",
                "Tui song",
                "about",
                "Mornings",
                "language",
                "de",
                "zone",
                "Europe/Berlin",
                "face",
                "fern");
        assertThat(saved.status()).isEqualTo(303);
        var page = tui.get("/account");
        assertThat(page.page().select("html").attr("lang")).isEqualTo("de");
        assertThat(page.page().select("#name").attr("value")).isEqualTo("Tui song");
        assertThat(tui.post(
                                "/account",
                                "name",
                                "Tui song",
                                "about",
                                "",
                                "language",
                                "xx",
                                "zone",
                                "Mars/Base",
                                "face",
                                "skull")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPictureIsDrawnAnewAndSeenByMembersAlone() throws Exception {
        member("Weka");
        var weka = signedIn("Weka");
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB), "jpeg", drawn);
        var taken = drawn.toByteArray();
        var marked = new byte[taken.length + 2 + 2 + 12];
        System.arraycopy(taken, 0, marked, 0, 2);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 14}, 0, marked, 2, 4);
        System.arraycopy("SECRET-PLACE".getBytes(StandardCharsets.US_ASCII), 0, marked, 6, 12);
        System.arraycopy(taken, 2, marked, 18, taken.length - 2);
        assertThat(upload(weka, marked).status()).isEqualTo(303);
        var path = weka.get("/account").page().select("img.face").attr("src");
        var seen = weka.get(path);
        assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(seen.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        assertThat(seen.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(new String(seen.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET-PLACE");
        assertThat(ImageIO.read(new ByteArrayInputStream(seen.bytes())).getWidth())
                .isEqualTo(256);
        assertThat(visitor().get(path).status()).isEqualTo(303);
        assertThat(upload(
                                weka,
                                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                                        .getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
    }

    /** The smallest WebP that there is (lossless, one point). */
    @Test
    void aWebPictureIsTaken() {
        member("Pipit");
        var pipit = signedIn("Pipit");
        var taken = upload(pipit, Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="));
        assertThat(taken.status()).isEqualTo(303);
        assertThat(pipit.get("/account").page().select("img.face").attr("src")).startsWith("/pictures/");
    }

    /** A PNG of a few bytes that says of itself that it is 30 000 points wide and high; decoding it would take 3.6 GB. */
    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedBeforeItIsDecoded() {
        member("Dotterel");
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(30_000).putInt(30_000).put(new byte[] {8, 6, 0, 0, 0});
        var sum = new CRC32();
        sum.update(header.array());
        var bomb = ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue());
        var refused = upload(signedIn("Dotterel"), bomb.array());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("We could not use this");
    }

    private static Visitor.Answer upload(Visitor visitor, byte[] picture) {
        var head =
                "--kith\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"../../x.png\"\r\nContent-Type: image/png\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes("\r\n--kith--\r\n".getBytes(StandardCharsets.UTF_8));
        return visitor.send(
                "/pictures", BodyPublishers.ofByteArray(body.toByteArray()), "multipart/form-data; boundary=kith");
    }

    @Test
    void aSessionEndedElsewhereIsOverAtOnceAndAnothersIsNotThere() {
        member("Kea");
        member("Ruru");
        var here = signedIn("Kea");
        var there = signedIn("Kea");
        var stranger = signedIn("Ruru");
        var end = here.get("/sessions")
                .page()
                .select("form[action$=/removal][action^=/sessions/0]")
                .attr("action");
        assertThat(stranger.post(end).status()).isEqualTo(404);
        here.get("/sessions");
        assertThat(here.post(end).status()).isEqualTo(303);
        assertThat(there.get("/account").status()).isEqualTo(303);
    }

    @Test
    void stepsThatMatterAskAgainAfterTenMinutes() {
        var who = member("Pukeko");
        var pukeko = signedIn("Pukeko");
        sql.sql("update identity.session set proved_at = now() - interval '11 minutes' where account_id = :id")
                .param("id", who.value())
                .update();
        for (var path : new String[] {
            "/account/password", "/account/email", "/account/second-step", "/passkeys", "/exports", "/erasures/new"
        }) {
            assertThat(pukeko.get(path).to()).startsWith("/account/proofs/new");
        }
        for (var path : new String[] {
            "/account/password", "/account/email", "/account/second-step/removal", "/exports", "/erasures"
        }) {
            assertThat(pukeko.post(path).to()).as(path).startsWith("/account/proofs/new");
        }
        pukeko.get("/account/proofs/new?to=/exports");
        assertThat(pukeko.post("/account/proofs", "password", PASSWORD, "to", "/exports")
                        .to())
                .isEqualTo("/exports");
        assertThat(pukeko.get("/exports").status()).isEqualTo(200);
    }

    @Test
    void aNewAddressCountsOnceItsLinkIsUsedAndTheOldOneIsTold() {
        member("Kaka");
        var kaka = signedIn("Kaka");
        kaka.get("/account/email");
        assertThat(kaka.post("/account/email", "email", email("Kaka New")).status())
                .isEqualTo(303);
        var link = linkTo("Kaka New");
        assertThat(accounts.byEmail(email("Kaka"))).isPresent();
        kaka.get(link);
        assertThat(kaka.post(link).status()).isEqualTo(303);
        assertThat(accounts.byEmail(email("Kaka"))).isEmpty();
        assertThat(mailsTo("Kaka").getFirst()).contains("has a new e-mail address");
    }

    @Test
    void theExportIsWholeReadableAndOnesOwn() throws Exception {
        member("Toroa");
        member("Neighbour");
        var toroa = signedIn("Toroa");
        toroa.get("/exports");
        var file = toroa.post("/exports");
        var texts = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts.toString())
                .contains("index.html", "data.json", email("Toroa"))
                .doesNotContain(email("Neighbour"), "argon2");
    }

    @Test
    void leavingRemovesThePersonAndSaysGoodbye() {
        var who = member("Moa");
        var moa = signedIn("Moa");
        moa.get("/erasures/new");
        assertThat(moa.post("/erasures", "name", "Not Moa").status()).isEqualTo(422);
        var gone = moa.post("/erasures", "name", "Moa");
        assertThat(gone.words()).contains("Goodbye");
        assertThat(moa.get("/account").status()).isEqualTo(303);
        assertThat(sql.sql("select row_to_json(a)::text from identity.account a where id = :id")
                        .param("id", who.value())
                        .query(String.class)
                        .single())
                .doesNotContain("Moa", "moa");
    }

    @Test
    void theOperatorSuspendsAMemberWhoIsOutAtOnceAndReadsWhy() {
        member("Keeper", true);
        var who = member("Magpie");
        var magpie = signedIn("Magpie");
        assertThat(magpie.get("/accounts").status()).isEqualTo(404);
        var keeper = signedIn("Keeper");
        assertThat(keeper.get("/accounts").body()).doesNotContain(email("Magpie"));
        keeper.get("/accounts/" + who + "/suspension");
        assertThat(keeper.post("/accounts/" + who + "/suspension", "reason", "<b>Please rest</b>")
                        .status())
                .isEqualTo(303);
        assertThat(magpie.get("/account").status()).isEqualTo(303);
        magpie.get("/sign-in");
        var out = magpie.post("/sign-in", "email", email("Magpie"), "password", PASSWORD);
        assertThat(out.status()).isEqualTo(403);
        assertThat(out.words()).contains("<b>Please rest</b>");
        assertThat(keeper.get("/mails").status()).isEqualTo(200);
        assertThat(keeper.get("/invitations").status()).isEqualTo(200);
        sql.sql("update identity.account set operator = false where name <> 'Keeper'")
                .update();
        keeper.get("/erasures/new");
        assertThat(keeper.post("/erasures", "name", "Keeper").words()).contains("the last one who keeps this house");
    }
}
