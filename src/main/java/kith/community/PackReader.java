package kith.community;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns a pack's text into a {@link Pack}, or into everything that is wrong with it. */
public final class PackReader {

    /** What reading came to. */
    public sealed interface Reading {}

    /** The pack is good. */
    public record Read(Pack pack) implements Reading {}

    /** The pack is refused, for at least one reason, in the order of its lines. */
    public record Refused(List<PackProblem> problems) implements Reading {}

    public Reading read(String file, InputStream in) throws IOException {
        var bytes = in.readNBytes(4 * PackYaml.MAX_CHARACTERS + 1);
        try {
            return read(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return new Refused(List.of(new PackProblem(file, 1, 1, "the file is not UTF-8 text")));
        }
    }

    public Reading read(String file, String text) {
        var composed = PackYaml.compose(file, text);
        var root = composed.root();
        return root == null ? new Refused(PackYaml.problems(composed)) : read(root);
    }

    private static Reading read(Spot root) {
        var problems = new ArrayList<PackProblem>();
        PackSchema.check(root, problems::add);
        PackRules.check(root, problems::add);
        problems.sort(Comparator.comparingInt(PackProblem::line).thenComparingInt(PackProblem::column));
        return problems.isEmpty() ? new Read(PackBinder.bind(root)) : new Refused(List.copyOf(problems));
    }
}
