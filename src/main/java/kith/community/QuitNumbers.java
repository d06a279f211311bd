package kith.community;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's own numbers say about the time since they stopped smoking: days in total (negative while the day is still to come), cigarettes not smoked and
 * money kept, null where they did not say. A lapse takes nothing away, since nothing here counts from the last cigarette.
 */
public record QuitNumbers(
        LocalDate day,
        long days,
        @Nullable BigDecimal cigarettes,
        @Nullable BigDecimal money,
        String currency) {
    private static final BigDecimal PACK = BigDecimal.valueOf(20);

    static Optional<QuitNumbers> of(Map<String, Told> told, LocalDate today) {
        return Optional.ofNullable(told.get("quit-date"))
                .flatMap(answer -> Optional.ofNullable(answer.day()))
                .map(day -> of(day, ChronoUnit.DAYS.between(day, today), told));
    }

    private static QuitNumbers of(LocalDate day, long days, Map<String, Told> told) {
        var daily = amount(told.get("cigarettes-per-day"));
        var price = amount(told.get("price-of-pack"));
        var spared = daily == null || days < 1 ? null : daily.multiply(BigDecimal.valueOf(days));
        var kept =
                spared == null || price == null ? null : spared.multiply(price).divide(PACK, 0, RoundingMode.DOWN);
        var currency = told.containsKey("price-of-pack") && kept != null
                ? Optional.ofNullable(told.get("price-of-pack"))
                        .map(Told::currency)
                        .orElse("")
                : "";
        return new QuitNumbers(
                day, days, spared == null ? null : spared.setScale(0, RoundingMode.DOWN), kept, currency);
    }

    private static @Nullable BigDecimal amount(@Nullable Told told) {
        return told == null ? null : told.amount();
    }
}
