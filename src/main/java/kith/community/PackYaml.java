package kith.community;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads untrusted YAML into places, never into objects: no tags, no anchors, one document, of a bounded size and depth. */
final class PackYaml {
    static final int MAX_CHARACTERS = 300_000;
    static final int MAX_DEPTH = 12;

    private final String file;
    private int depth;
    private int documents;

    private PackYaml(String file) {
        this.file = file;
    }

    /** Exactly one of the two is there. */
    record Composed(@Nullable Spot root, @Nullable PackProblem problem) {}

    static Composed compose(String file, String text) {
        return new PackYaml(file).compose(text);
    }

    private Composed compose(String text) {
        try {
            var problem = hostile(text);
            return problem != null ? new Composed(null, problem) : composed(text);
        } catch (MarkedYAMLException e) {
            return new Composed(null, at(e.getProblemMark(), unreadable(e)));
        } catch (ReaderException e) {
            var line = (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            return new Composed(null, new PackProblem(file, line, 1, "there is a character here that no text has"));
        } catch (YAMLException e) {
            return new Composed(null, new PackProblem(file, 1, 1, "this is not readable as YAML"));
        }
    }

    private Composed composed(String text) {
        var root = new Yaml(options()).compose(new StringReader(text));
        return root == null
                ? new Composed(null, new PackProblem(file, 1, 1, "the file is empty"))
                : new Composed(new Spot(file, "pack", root), null);
    }

    /** Looks at the stream before anything is built from it, and stops at the first thing a pack never needs. */
    private @Nullable PackProblem hostile(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return new PackProblem(file, 1, 1, "the file is larger than " + MAX_CHARACTERS + " characters");
        }
        for (var event : new Yaml(options()).parse(new StringReader(text))) {
            var reason = refused(event);
            if (reason.isPresent()) {
                return at(event.getStartMark(), reason.get());
            }
        }
        return null;
    }

    private Optional<String> refused(Event event) {
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        documents += event instanceof DocumentStartEvent ? 1 : 0;
        if (depth > MAX_DEPTH) {
            return Optional.of("this is nested too deeply");
        }
        if (documents > 1) {
            return Optional.of("a pack is one document; what follows “---” belongs in its own file");
        }
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            return Optional.of("anchors and aliases (& and *) are not used in packs; write the text out, or quote it");
        }
        return tag(event) == null
                ? Optional.empty()
                : Optional.of("tags (!) are not used in packs; quote the text if it begins with “!”");
    }

    private static @Nullable String tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH + 1);
        options.setMaxAliasesForCollections(0);
        return options;
    }

    private static String unreadable(MarkedYAMLException e) {
        return "this is not readable as YAML: " + e.getProblem() + " (look for a missing quote, colon or indent)";
    }

    private PackProblem at(@Nullable Mark mark, String reason) {
        return mark == null
                ? new PackProblem(file, 1, 1, reason)
                : new PackProblem(file, mark.getLine() + 1, mark.getColumn() + 1, reason);
    }

    static List<PackProblem> problems(Composed composed) {
        return composed.problem() == null ? List.of() : List.of(composed.problem());
    }
}
