package kith.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks whoever comes while the database cannot be had to come again in a moment, with a page that needs no database itself. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FullHouse extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(FullHouse.class);
    private static final int STATUS = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    private static final String SECONDS = "5";

    private final TemplateEngine templates;
    private final Frames frames;

    FullHouse(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    /** Whether what went wrong is that the database was not to be had in time, and nothing worse. */
    static boolean caused(@Nullable Throwable fault) {
        return fault instanceof CannotGetJdbcConnectionException
                || fault instanceof CannotCreateTransactionException
                || fault instanceof QueryTimeoutException
                || fault instanceof ServletException outer && caused(outer.getRootCause());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            if (!caused(fault) || response.isCommitted()) {
                throw fault;
            }
            LOG.warn("the database was not to be had in time");
            sorry(request, response);
        }
    }

    private void sorry(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var again = request.getMethod().equals("GET") ? request.getRequestURI() : null;
        var html = new Utf8ByteOutput();
        var page = new ErrorPages.ErrorPage(STATUS, "full", again, null);
        templates.render("page/error.jte", Map.of("page", page, "frame", frames.alone(request)), html);
        response.resetBuffer();
        response.setStatus(STATUS);
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        Sending.send(html, request, response);
    }
}
