package kith.house;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring from printing a report about a problem that the front door says in one sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuietReporter implements SpringBootExceptionReporter {
    QuietReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return Causes.find(failure, HouseProblem.class).isPresent()
                || Causes.find(failure, PortInUseException.class).isPresent();
    }
}
