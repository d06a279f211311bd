package kith.audit;

import kith.house.Arguments;
import kith.house.Command;
import kith.house.HouseProblem;
import kith.house.Terminal;
import org.springframework.stereotype.Component;

/** Checks from the command line that nobody changed the audit log. */
@Component
class AuditCommand implements Command {
    private final AuditLog log;

    AuditCommand(AuditLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String usage() {
        return "verify";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        if (!arguments.rest(1, 1).getFirst().equals("verify")) {
            throw new HouseProblem("The audit log can be verified: audit verify");
        }
        log.firstBroken().ifPresent(entry -> {
            throw new HouseProblem("The audit log was changed: entry %d or the one before it is not as it was written."
                    .formatted(entry));
        });
        terminal.step("The audit log is whole");
        terminal.say("  Keep this line outside the house, so that a cut would show: " + log.end());
        return 0;
    }
}
