package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** From which network address a request comes: the connection's, or the last one that a trusted proxy in front of the house wrote down. */
@Component
class Clients {
    private final boolean proxied;

    Clients(@Value("${kith.proxy:}") String proxy) {
        this.proxied = proxy.equals("trusted");
    }

    String of(HttpServletRequest request) {
        var chain = request.getHeader("X-Forwarded-For");
        return proxied && chain != null
                ? network(chain.substring(chain.lastIndexOf(',') + 1).strip())
                : network(request.getRemoteAddr());
    }

    /** One household has a whole /64 of IPv6 addresses, so that all of them count as one. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }
}
