package kith.identity;

import java.util.Optional;
import java.util.UUID;
import kith.house.HouseProblem;
import org.springframework.stereotype.Component;

/** Finds the account that an operator means on the command line: by id or by e-mail address. */
@Component
class Named {
    private final Accounts accounts;

    Named(Accounts accounts) {
        this.accounts = accounts;
    }

    Account find(String word) {
        return id(word).flatMap(accounts::find)
                .or(() -> EmailAddress.read(word).flatMap(accounts::byEmail))
                .orElseThrow(() -> new HouseProblem("There is no account with this id or e-mail address."));
    }

    private static Optional<MemberId> id(String word) {
        try {
            return Optional.of(new MemberId(UUID.fromString(word)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
