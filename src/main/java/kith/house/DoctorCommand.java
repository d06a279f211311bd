package kith.house;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** bin/kith doctor: looks at an installation, running or not, and says for each part what to do. */
record DoctorCommand(Home home, Map<String, String> environment, List<Script> scripts) implements Command {
    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String usage() {
        return "[--demo] [--home DIR]";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        arguments.rest(0, 0);
        terminal.say("The house in " + home.path());
        var findings = new ArrayList<>(new HomeChecks(home, environment).all());
        if (home.exists() || environment.containsKey("KITH_DATABASE_URL")) {
            findings.addAll(database());
        }
        findings.forEach(finding -> terminal.say(finding.toString()));
        boolean wrong = findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.WRONG);
        terminal.say(wrong ? "Something is wrong: the lines with ✗ say what to do." : "Nothing is wrong.");
        return wrong ? 1 : 0;
    }

    private List<Finding> database() {
        boolean never = !environment.containsKey("KITH_DATABASE_URL") && !Files.exists(Cluster.data(home));
        if (never) {
            return List.of(Finding.ok("No database yet; bin/serve makes it"));
        }
        try (var database = HouseDatabase.open(home, environment, Purpose.COMMAND, line -> {})) {
            var key = HouseKey.of(home, environment);
            var checks = new DatabaseChecks(database, key, scripts);
            var found = new ArrayList<>(checks.all());
            if (checks.current()) {
                found.addAll(new Checkups(home, database, key, environment).all());
            }
            return found;
        } catch (HouseProblem e) {
            return List.of(Finding.wrong(e.sentence()));
        }
    }
}
