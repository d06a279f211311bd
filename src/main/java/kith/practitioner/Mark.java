package kith.practitioner;

import java.time.LocalDate;

/** What readers see of a credential: the profession, the day it was checked, and whether it is current. */
public record Mark(String profession, LocalDate checked, boolean current) {}
