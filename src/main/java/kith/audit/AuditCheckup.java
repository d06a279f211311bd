package kith.audit;

import java.util.List;
import kith.house.Checkup;
import kith.house.Finding;

/** Tells the doctor whether the audit log is as it was written. */
class AuditCheckup implements Checkup {
    @Override
    public List<Finding> look(Chart chart) {
        var broken = new AuditLog(chart.sql(), chart.key()).firstBroken();
        return List.of(
                broken.isPresent()
                        ? Finding.wrong(
                                "The audit log was changed at entry %d or the one before it: keep a backup as evidence, and find out who reaches the database"
                                        .formatted(broken.getAsLong()))
                        : Finding.ok("The audit log is whole"));
    }
}
