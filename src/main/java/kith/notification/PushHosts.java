package kith.notification;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Where the house sends pushes: to the makers of browsers alone, and never into the network that it stands in. An endpoint comes from a member's browser, so
 * that anything could be in it (CWE-918).
 */
@Component
class PushHosts {
    /** Chrome and its kin, Firefox, Safari, Edge. */
    private static final List<String> MAKERS =
            List.of("fcm.googleapis.com", ".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com");

    /** Whether an endpoint belongs to the maker of a browser. */
    boolean known(URI endpoint) {
        var host = endpoint.getHost();
        return "https".equals(endpoint.getScheme())
                && host != null
                && endpoint.getRawUserInfo() == null
                && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
                && made(host.toLowerCase(Locale.ROOT));
    }

    private static boolean made(String host) {
        return MAKERS.stream().anyMatch(maker -> maker.startsWith(".") ? host.endsWith(maker) : host.equals(maker));
    }

    /** Whether it may be sent to now: it is known, and all its addresses lie in the public network. */
    boolean open(URI endpoint) throws UnknownHostException {
        return known(endpoint)
                && Arrays.stream(InetAddress.getAllByName(endpoint.getHost())).allMatch(PushHosts::isPublic);
    }

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        var shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        var reserved = bytes.length == 4 && ((bytes[0] & 0xff) >= 240 || bytes[0] == 0);
        var unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || shared
                || reserved
                || unique);
    }
}
