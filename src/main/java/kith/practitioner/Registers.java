package kith.practitioner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The registers that the house knows, read once from {@code practitioner/registers.txt}. */
@Component
class Registers {
    private final List<Register> all;

    Registers() {
        try {
            all = new ClassPathResource("practitioner/registers.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Registers::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the list of registers cannot be read", e);
        }
    }

    private static Register read(String line) {
        var parts = line.split("\\|", -1);
        return new Register(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
    }

    List<Register> all() {
        return all;
    }

    Optional<Register> find(String id) {
        return id.equals(Register.OTHER.id())
                ? Optional.of(Register.OTHER)
                : all.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
