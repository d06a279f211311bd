package kith.bench;

import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page that is looked at, by members or by strangers, as a browser that reads gzip asks for it. */
final class PageMeasure implements Measure {
    private static final String BROWSER =
            "Accept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: en-GB,en\r\nSec-Fetch-Site: same-origin\r\nUser-Agent: Firefox/140 Linux\r\n";

    /** The address that somebody asks for in a community. */
    interface Address {
        String in(Town.Quarter quarter, Random random);
    }

    private final String name;
    private final Town town;
    private final int port;
    private final boolean signedIn;
    private final Address address;

    PageMeasure(String name, Town town, int port, boolean signedIn, Address address) {
        this.name = name + (signedIn ? ", signed in" : ", signed out");
        this.town = town;
        this.port = port;
        this.signedIn = signedIn;
        this.address = address;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Load.Asking open() throws IOException {
        var wire = new Wire(port);
        return new Load.Asking() {
            @Override
            public int ask(Random random) throws IOException {
                var quarter = town.quarter(random, !signedIn);
                var path = address.in(quarter, random);
                var answer = wire.get(path, headers(signedIn ? quarter.member(random) : null));
                if (answer.status() != 200) {
                    throw new IOException(path + " answered " + answer.status());
                }
                return answer.size();
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    static String headers(@Nullable UUID member) {
        // A form token that the house gave earlier lies in every browser.
        return BROWSER + "Cookie: __Host-csrf=" + Token.COOKIE
                + (member == null ? "" : "; __Host-kith=" + Filling.secret(member)) + "\r\n";
    }
}
