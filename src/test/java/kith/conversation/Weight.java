package kith.conversation;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the browser itself counts over the wire while it loads a page, headers included. */
final class Weight {
    /** One first view. */
    record Load(int bytes, int scripts, int requests) {}

    private final Page page;
    private final Set<String> scripts = new HashSet<>();
    private final Map<String, Integer> bytes = new HashMap<>();
    private int requests;

    Weight(Page page) {
        this.page = page;
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.requestWillBeSent", this::asked);
        network.on("Network.loadingFinished", this::loaded);
    }

    Load of(String url) {
        page.navigate(url);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return new Load(
                bytes.values().stream().mapToInt(n -> n).sum(),
                bytes.entrySet().stream()
                        .filter(e -> scripts.contains(e.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                requests);
    }

    private void asked(JsonObject event) {
        requests++;
        if (event.has("type") && event.get("type").getAsString().equals("Script")) {
            scripts.add(event.get("requestId").getAsString());
        }
    }

    private void loaded(JsonObject event) {
        bytes.put(
                event.get("requestId").getAsString(),
                event.get("encodedDataLength").getAsInt());
    }
}
