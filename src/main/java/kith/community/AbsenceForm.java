package kith.community;

import static kith.community.ShiftForm.reads;
import static kith.community.ShiftForm.wrong;

import java.time.LocalDate;
import java.util.Objects;
import kith.identity.MemberId;
import kith.page.Refusals;

/** When somebody is away, as typed; {@code cover} is empty where nobody is there for them. */
public record AbsenceForm(String first, String last, String cover) {
    public AbsenceForm {
        first = Objects.requireNonNullElse(first, "");
        last = Objects.requireNonNullElse(last, "");
        cover = Objects.requireNonNullElse(cover, "");
    }

    static final AbsenceForm NONE = new AbsenceForm("", "", "");

    Refusals refuse(LocalDate today) {
        return Refusals.gather(
                wrong(!reads(() -> LocalDate.parse(first)), "first", "community.rota.day.unclear"),
                wrong(!ends(today), "last", "community.rota.until.before"));
    }

    /** Nobody covers for somebody who names themselves. */
    MemberId cover(MemberId self) {
        return cover.isEmpty() ? self : new MemberId(Keys.uuid(cover));
    }

    private boolean ends(LocalDate today) {
        return reads(() -> LocalDate.parse(last))
                && reads(() -> LocalDate.parse(first))
                && !LocalDate.parse(last).isBefore(LocalDate.parse(first))
                && !LocalDate.parse(last).isBefore(today)
                && LocalDate.parse(last).isBefore(today.plusYears(2));
    }
}
