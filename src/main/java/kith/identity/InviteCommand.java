package kith.identity;

import kith.house.Arguments;
import kith.house.Command;
import kith.house.HouseProblem;
import kith.house.Terminal;
import org.springframework.stereotype.Component;

/** Makes an invitation from the command line and prints its link. */
@Component
class InviteCommand implements Command {
    private final Invitations invitations;
    private final HouseAddress address;

    InviteCommand(Invitations invitations, HouseAddress address) {
        this.invitations = invitations;
        this.address = address;
    }

    @Override
    public String name() {
        return "invite";
    }

    @Override
    public String usage() {
        return "EMAIL [--operator]";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        var operator = arguments.flag("operator");
        var email = EmailAddress.read(arguments.rest(1, 1).getFirst())
                .orElseThrow(() -> new HouseProblem("This is not an e-mail address."));
        terminal.say(address.of(invitations.invite(null, email, operator)));
        return 0;
    }
}
