package kith.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes, before a page reads anything, up to where it is certain to know everything: what it reads may be newer, and is then told once more. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Beginnings extends OncePerRequestFilter {
    private static final String NUMBER = Beginnings.class.getName();
    private final Courier courier;

    Beginnings(Courier courier) {
        this.courier = courier;
    }

    static long of(HttpServletRequest request) {
        return request.getAttribute(NUMBER) instanceof Long number ? number : 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(NUMBER, courier.last());
        chain.doFilter(request, response);
    }
}
