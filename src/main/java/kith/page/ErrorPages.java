package kith.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The four kinds of error that are not a refusal, each as a page in the reader's words and never with the text of an exception. */
@ControllerAdvice
class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An error in the reader's words: {@code kind} names its phrases, {@code onward} a path to go on from, {@code incident} a number to quote. */
    public record ErrorPage(
            int status,
            String kind,
            @Nullable String onward,
            @Nullable String incident) implements Page {}

    static ErrorPage notHere() {
        return new ErrorPage(404, "not-here", null, null);
    }

    @ExceptionHandler({
        NotHere.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ErrorPage notHere(Exception e) {
        return notHere();
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        HttpMediaTypeException.class,
        MultipartException.class,
        BindException.class,
        HttpMessageNotReadableException.class
    })
    ErrorPage unreadable(Exception e) {
        return new ErrorPage(400, "unreadable", null, null);
    }

    @ExceptionHandler(Stale.class)
    ErrorPage stale(Stale e) {
        return new ErrorPage(409, "stale", e.fresh(), null);
    }

    @ExceptionHandler(TooMany.class)
    ErrorPage tooMany(TooMany e, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, e.retryAfter().toSeconds())));
        return new ErrorPage(429, "too-many", null, null);
    }

    @ExceptionHandler(Exception.class)
    ErrorPage fault(Exception e, HttpServletRequest request) throws Exception {
        if (FullHouse.caused(e)) {
            throw e;
        }
        var incident = Integer.toString(RANDOM.nextInt(36 * 36 * 36 * 36, 36 * 36 * 36 * 36 * 36), 36)
                .toUpperCase(java.util.Locale.ROOT);
        LOG.error("incident {} in {}", incident, request.getMethod(), e);
        return new ErrorPage(500, "fault", null, incident);
    }
}
