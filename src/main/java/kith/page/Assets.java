package kith.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files that a browser loads, held in memory with the hash of their content in their address, so that they are kept for a year and never stale. All
 * style sheets under {@code assets/css} are one file in the order of their names, and so are the scripts under {@code assets/js/kith}.
 */
@Component
public final class Assets {
    /** One file as it is sent: plain, gzipped where that is smaller, and its media type. */
    record Asset(byte[] plain, byte[] gzip, String type) {
        boolean shrinks() {
            return gzip.length < plain.length;
        }
    }

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> files = new HashMap<>();

    Assets() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        for (var folder : List.of("fonts", "img", "js")) {
            for (var file : resolver.getResources("classpath:assets/" + folder + "/*.*")) {
                add(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
            }
        }
        add("kith.css", linked(join(resolver.getResources("classpath:assets/css/*.css"))));
        add("kith.js", linked(join(resolver.getResources("classpath:assets/js/kith/*.js"))));
    }

    /** The address of a file by its plain name, such as {@code kith.css}. */
    public String path(String name) {
        return Objects.requireNonNull(addresses.get(name), () -> "no asset called " + name);
    }

    Optional<Asset> find(String hashed) {
        return Optional.ofNullable(files.get(hashed));
    }

    private static String join(Resource[] parts) throws IOException {
        Arrays.sort(
                parts, Comparator.comparing(Resource::getFilename, Comparator.nullsFirst(Comparator.naturalOrder())));
        var whole = new StringBuilder();
        for (var part : parts) {
            whole.append(part.getContentAsString(StandardCharsets.UTF_8)).append('\n');
        }
        return whole.toString();
    }

    /** Puts the hashed address of every other file where a style sheet says {@code url(x)} or a script {@code "./x"}. */
    private byte[] linked(String text) {
        var whole = text;
        for (var known : addresses.entrySet()) {
            whole = whole.replace("url(" + known.getKey() + ")", "url(" + known.getValue() + ")")
                    .replace("\"./" + known.getKey() + "\"", "\"" + known.getValue() + "\"");
        }
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private void add(String name, byte[] content) throws IOException {
        var dot = name.lastIndexOf('.');
        var hashed = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
        files.put(hashed, new Asset(content, zip(content), type(name.substring(dot + 1))));
        addresses.put(name, "/assets/" + hashed);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static String type(String ending) {
        return switch (ending) {
            case "js" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }
}
