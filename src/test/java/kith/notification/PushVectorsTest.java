package kith.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Signature;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

/** The examples that the RFCs of Web Push give, byte for byte. */
class PushVectorsTest {
    private static final String WORDS = "When I grow up, I want to be a watermelon";
    private static final String SENDER_SECRET = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String DEVICE_SECRET = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String DEVICE =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SEALED =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void rfc8291AppendixAIsSealedByteForByte() {
        var sender = Curve.pair(bytes(SENDER_SECRET));
        assertThat(text(Curve.bytes(sender.getPublic()))).isEqualTo(SENDER);
        var sealed = PushKeys.read(DEVICE, AUTH).seal(WORDS.getBytes(UTF_8), sender, bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(text(sealed)).isEqualTo(SEALED);
    }

    @Test
    void rfc8291AppendixAIsReadByTheTestsDevice() throws Exception {
        assertThat(PushReader.read(bytes(SEALED), Curve.pair(bytes(DEVICE_SECRET)), bytes(AUTH)))
                .isEqualTo(WORDS);
    }

    @Test
    void rfc8188Section31IsSealedByteForByte() {
        var sealed = ContentCoding.seal(
                bytes("yqdlZ-tYemfogSmv7Ws5PQ"),
                bytes("I1BsxtFttlv3u_Oo94xnmw"),
                new byte[0],
                "I am the walrus".getBytes(UTF_8));
        assertThat(text(sealed)).isEqualTo("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");
    }

    @Test
    void rfc8188Section32InTwoRecordsIsReadByTheTestsDevice() throws Exception {
        assertThat(PushReader.decode(
                        bytes(
                                "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA"),
                        bytes("BO3ZVPxUlnLORbVGMpbT1Q")))
                .isEqualTo("I am the walrus");
    }

    @Test
    void rfc8292Section24SaysTheSameAndItsSignatureHolds() throws Exception {
        var claims =
                "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0";
        assertThat(Vapid.claims("https://push.example.net", 1_453_523_768, "mailto:push@example.com"))
                .isEqualTo(claims);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(Curve.point(
                bytes("BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs")));
        signature.update(claims.getBytes(US_ASCII));
        assertThat(signature.verify(bytes(
                        "i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA")))
                .isTrue();
    }

    @Test
    void aPushForAnotherDeviceStaysShut() {
        assertThatThrownBy(() -> PushReader.read(bytes(SEALED), Curve.pair(bytes(DEVICE_SECRET)), new byte[16]))
                .isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() {
        var off = bytes(DEVICE);
        off[64] ^= 1;
        assertThatThrownBy(() -> PushKeys.read(text(off), AUTH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PushKeys.read(DEVICE, "AAAA")).isInstanceOf(IllegalArgumentException.class);
    }
}
