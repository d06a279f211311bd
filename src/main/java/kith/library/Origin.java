package kith.library;

import java.net.URI;
import java.util.Objects;

/** Where an article comes from: who published it, the address of the original, and the licence under which it is shown; each may be empty. */
public record Origin(String source, String url, String licence) {
    static final Origin HERE = new Origin("", "", "");

    public Origin {
        url = url.matches("https?://[^\\s\"<>]+") ? url : "";
    }

    /** The host of the address, which is shown beside every link out of the house; empty where there is none. */
    public String host() {
        try {
            return url.isEmpty()
                    ? ""
                    : Objects.requireNonNullElse(URI.create(url).getHost(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    public boolean given() {
        return !source.isEmpty() || !url.isEmpty();
    }
}
