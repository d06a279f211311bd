package kith.practitioner;

import kith.community.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An application that one host has checked and that waits for another. */
@Component
class ConfirmationDuty extends CheckingDuty {
    static final String KIND = "confirmation";

    ConfirmationDuty(JdbcClient sql) {
        super(sql);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "practitioner.kind.confirmation";
    }

    @Override
    public boolean serves(Place place) {
        return place.hosts();
    }
}
