package kith.conversation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A machine of its own with {@value #HEAP} of heap in which a picture is drawn: what does not fit ends it. */
final class SmallHeap {
    private static final String HEAP = "-Xmx96m";

    private SmallHeap() {}

    /** Draws what is in a file, and says how wide it became. */
    public static void main(String[] files) throws IOException {
        for (var file : files) {
            System.out.println(Redrawing.of(Files.readAllBytes(Path.of(file)), Duration.ofSeconds(120))
                    .width());
        }
    }

    /** The widths of the pictures, or what went wrong. */
    static List<String> draw(byte[]... pictures) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SmallHeap.class.getName()));
        for (var picture : pictures) {
            var file = Files.createTempFile("kith", ".picture");
            file.toFile().deleteOnExit();
            Files.write(file, picture);
            command.add(file.toString());
        }
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
