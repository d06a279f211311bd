package kith.practitioner;

import java.time.LocalDate;
import java.util.Set;

/** As what somebody wants to speak, and what says that they may: {@code scope} are section slugs (none: all), {@code sentence} is the scope in words. */
public record Wanted(
        String profession,
        Register register,
        String number,
        String jurisdiction,
        Set<String> scope,
        String sentence,
        Set<String> languages,
        LocalDate until) {}
