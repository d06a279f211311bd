package kith.community;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a pack's text: what stands there, what it is called, and how to complain about it. */
record Spot(String file, String name, Node node) {

    /** A key and its value. */
    record Pair(Spot key, Spot value) {}

    PackProblem problem(String reason) {
        var mark = node.getStartMark();
        return new PackProblem(file, mark.getLine() + 1, mark.getColumn() + 1, reason);
    }

    Kind kind() {
        return Kind.of(node);
    }

    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    List<Pair> pairs() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(this::pair).toList()
                : List.of();
    }

    List<Spot> items() {
        return node instanceof SequenceNode sequence
                ? IntStream.range(0, sequence.getValue().size())
                        .mapToObj(at -> new Spot(
                                file, name + " " + (at + 1), sequence.getValue().get(at)))
                        .toList()
                : List.of();
    }

    Optional<Spot> get(String key) {
        return pairs().stream()
                .filter(pair -> pair.key().text().equals(key))
                .map(Pair::value)
                .findFirst();
    }

    /** The items under a key; none where the key is missing or holds something else. */
    Stream<Spot> each(String key) {
        return get(key).stream().flatMap(list -> list.items().stream());
    }

    /** The text under a key, where it is one. */
    Stream<Spot> scalar(String key) {
        return get(key).stream().filter(spot -> spot.node instanceof ScalarNode);
    }

    private Pair pair(NodeTuple tuple) {
        var key = new Spot(file, "key", tuple.getKeyNode());
        return new Pair(key, new Spot(file, key.text(), tuple.getValueNode()));
    }
}
