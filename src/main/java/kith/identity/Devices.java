package kith.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names a browser so that its owner recognises it, and no more precisely than that. */
public final class Devices {
    private static final Map<String, String> SYSTEMS = new java.util.LinkedHashMap<>();
    private static final Map<String, String> BROWSERS = new java.util.LinkedHashMap<>();

    static {
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "Mac");
        SYSTEMS.put("CrOS", "Chromebook");
        SYSTEMS.put("Linux", "Linux");
        BROWSERS.put("Edg/", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
    }

    private Devices() {}

    public static String name(@Nullable String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(Map<String, String> names, @Nullable String agent) {
        return names.entrySet().stream()
                .filter(name -> agent != null && agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
