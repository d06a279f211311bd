package kith.notification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import kith.house.Checkup;
import kith.house.Finding;

/** Tells the doctor whether answers by mail are heard: whether the mailbox's server answers and its password opens. */
class AnswerCheckup implements Checkup {
    private static final int PATIENCE_MS = 5_000;

    @Override
    public List<Finding> look(Chart chart) {
        var house = chart.house();
        var host = house.setting("answer.host");
        if (!house.demo() && house.setting("answer.brought").isPresent()) {
            return List.of(
                    Finding.ok("A mail server on this machine brings answers to %s at port %s while the house is open"
                            .formatted(
                                    host.orElse(""),
                                    house.setting("answer.port").orElse(""))));
        }
        return house.demo() || host.isEmpty()
                ? List.of(Finding.ok("Nobody answers by mail; the operator can set a mailbox for it at /house/answers"))
                : List.of(
                        answers(
                                host.get(),
                                house.setting("answer.port")
                                        .map(Integer::parseInt)
                                        .orElse(993)),
                        password(chart));
    }

    private static Finding answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            return Finding.ok("The mailbox for answers at %s answers".formatted(host));
        } catch (IOException away) {
            return Finding.wrong("The mailbox for answers at %s does not answer at port %d: look at /house/answers"
                    .formatted(host, port));
        }
    }

    private static Finding password(Chart chart) {
        try {
            chart.house()
                    .setting("answer.password")
                    .ifPresent(text -> new PasswordBox(chart.key().derive(AnswerSettings.PURPOSE)).open(text));
            return Finding.ok("The password of the mailbox for answers opens");
        } catch (IllegalStateException otherKey) {
            return Finding.wrong(
                    "The password of the mailbox for answers does not open with this key: give it again at /house/answers");
        }
    }
}
