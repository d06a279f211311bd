package kith.identity;

import kith.house.Arguments;
import kith.house.Command;
import kith.house.HouseProblem;
import kith.house.Terminal;
import org.springframework.stereotype.Component;

/** Erases one member from the command line; asks for {@code --yes}, because nothing brings them back. */
@Component
class EraseCommand implements Command {
    private final Erasures erasures;
    private final Named named;

    EraseCommand(Erasures erasures, Named named) {
        this.erasures = erasures;
        this.named = named;
    }

    @Override
    public String name() {
        return "erase";
    }

    @Override
    public String usage() {
        return "MEMBER --yes";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        var sure = arguments.flag("yes");
        var account = named.find(arguments.rest(1, 1).getFirst());
        if (!sure) {
            throw new HouseProblem("This removes everything about this member for good. Say --yes if that is meant.");
        }
        if (!erasures.erase(account.id())) {
            throw new HouseProblem("This is the last operator of the house; make another one first.");
        }
        terminal.step("Erased");
        return 0;
    }
}
