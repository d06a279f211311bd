package kith.identity;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import kith.house.Arguments;
import kith.house.Command;
import kith.house.HouseProblem;
import kith.house.Terminal;
import org.springframework.stereotype.Component;

/** Writes everything about one member into a file that the operator alone can read, for a request that came on paper. */
@Component
class ExportCommand implements Command {
    private final Exports exports;
    private final Named named;

    ExportCommand(Exports exports, Named named) {
        this.exports = exports;
        this.named = named;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "MEMBER FILE";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        var words = arguments.rest(2, 2);
        var account = named.find(words.getFirst());
        var file = Path.of(words.getLast());
        var chapters = exports.collect(account.id());
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            exports.write(chapters, account.locale(), account.zone(), Channels.newOutputStream(channel));
        } catch (FileAlreadyExistsException e) {
            throw new HouseProblem("%s exists already; choose another name.".formatted(file), e);
        } catch (IOException e) {
            throw new HouseProblem("%s cannot be written.".formatted(file), e);
        }
        terminal.step("Everything about this member is in " + file);
        return 0;
    }
}
