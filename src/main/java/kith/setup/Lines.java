package kith.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import kith.house.HouseProblem;

/** A file in JSON Lines, read line by line as often as need be and never held whole. */
record Lines(Source source, long length, Beside beside) {
    /** Opens the file from its start. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Opens what lies beside the file, by its name. */
    interface Beside {
        InputStream open(String name) throws IOException;
    }

    /** One line: its number from 1, its text, and how many bytes of the file have been read with it. */
    record Line(long number, String text, long read) {
        boolean blank() {
            return text.isBlank();
        }
    }

    static Lines of(String file) {
        var path = Path.of(file);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new HouseProblem("There is no file %s that can be read.".formatted(file));
        }
        return new Lines(
                () -> Files.newInputStream(path),
                path.toFile().length(),
                name -> Files.newInputStream(path.resolveSibling(name)));
    }

    static Lines ofResource(String name) {
        return new Lines(
                () -> resource(name), 0, other -> resource(name.substring(0, name.lastIndexOf('/') + 1) + other));
    }

    private static InputStream resource(String name) throws IOException {
        var stream = Lines.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("no resource " + name);
        }
        return stream;
    }

    /** Goes through the lines that are not blank; a byte that is not UTF-8 becomes the sign for that, which the fields of a line refuse or show. */
    void each(Consumer<Line> use) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var reader = new BufferedReader(new InputStreamReader(source.open(), decoder), 1 << 16)) {
            long number = 0;
            long read = 0;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                read += text.length() + 1;
                var line = new Line(++number, number == 1 ? text.replaceFirst("^\uFEFF", "") : text, read);
                if (!line.blank()) {
                    use.accept(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
