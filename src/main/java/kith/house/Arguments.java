package kith.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words after a command's name: options are taken out one by one, what remains must be what is expected. */
public final class Arguments {
    private final List<String> words;

    public Arguments(List<String> words) {
        this.words = new ArrayList<>(words);
    }

    /** Takes {@code --name} out and says whether it was there. */
    public boolean flag(String name) {
        return words.remove("--" + name);
    }

    /** Takes {@code --name VALUE} or {@code --name=VALUE} out. */
    public Optional<String> option(String name) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--" + name + "=")) {
                return Optional.of(words.remove(i).substring(name.length() + 3));
            }
            if (word.equals("--" + name)) {
                return Optional.of(valueAfter(i));
            }
        }
        return Optional.empty();
    }

    /** What remains once the options are taken out: at least and at most so many words, and no further option. */
    public List<String> rest(int least, int most) {
        words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(word -> {
            throw new UsageProblem("There is no option %s here.".formatted(word));
        });
        if (words.size() < least) {
            throw new UsageProblem("Something is missing after the command.");
        }
        if (words.size() > most) {
            throw new UsageProblem("\"%s\" is one word too many.".formatted(words.get(most)));
        }
        return List.copyOf(words);
    }

    /** Takes the first word out, if it is not an option. */
    Optional<String> first() {
        return words.isEmpty() || words.getFirst().startsWith("--")
                ? Optional.empty()
                : Optional.of(words.removeFirst());
    }

    private String valueAfter(int index) {
        if (index + 1 >= words.size() || words.get(index + 1).startsWith("--")) {
            throw new UsageProblem("%s needs a value.".formatted(words.get(index)));
        }
        words.remove(index);
        return words.remove(index);
    }
}
