package kith.practitioner;

import kith.community.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An application that waits for a manager. */
@Component
class ApplicationDuty extends CheckingDuty {
    static final String KIND = "application";

    ApplicationDuty(JdbcClient sql) {
        super(sql);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "practitioner.kind.application";
    }

    @Override
    public boolean serves(Place place) {
        return place.manages();
    }
}
