package kith.notification;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** Keys on the curve P-256 as Web Push writes them: a public one as 65 bytes (uncompressed), a secret one as 32. */
final class Curve {
    static final int POINT = 65;
    private static final String NAME = "secp256r1";
    private static final X9ECParameters P256 = CustomNamedCurves.getByName(NAME);

    private Curve() {}

    static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(NAME));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has P-256", e);
        }
    }

    /** The pair of a secret number; an argument outside of the curve's order is refused. */
    static KeyPair pair(byte[] secret) {
        var number = new BigInteger(1, secret);
        if (number.signum() == 0 || number.compareTo(P256.getN()) >= 0) {
            throw new IllegalArgumentException("not a secret key on P-256");
        }
        try {
            var keys = KeyFactory.getInstance("EC");
            return new KeyPair(
                    point(P256.getG().multiply(number).getEncoded(false)),
                    keys.generatePrivate(new ECPrivateKeySpec(number, parameters())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has P-256", e);
        }
    }

    /** The public key in 65 bytes; a point that is not on the curve would let a stranger learn a secret bit by bit, and is refused. */
    static ECPublicKey point(byte[] bytes) {
        if (bytes.length != POINT || bytes[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed point");
        }
        var point = P256.getCurve().decodePoint(bytes).normalize();
        var spot = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(spot, parameters()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a point on P-256", e);
        }
    }

    static byte[] bytes(PublicKey key) {
        var spot = ((ECPublicKey) key).getW();
        return P256.getCurve().createPoint(spot.getAffineX(), spot.getAffineY()).getEncoded(false);
    }

    /** What two pairs have in common (ECDH). */
    static byte[] shared(PrivateKey own, PublicKey other) {
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has ECDH", e);
        }
    }

    private static ECParameterSpec parameters() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(NAME));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
