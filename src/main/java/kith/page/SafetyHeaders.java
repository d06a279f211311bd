package kith.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the headers that keep a page to itself on every response, errors and redirects too (OWASP ASVS 5.0, V3.4 and V14.3). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafetyHeaders extends OncePerRequestFilter {
    private static final String NONCE = SafetyHeaders.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    static String nonce(HttpServletRequest request) {
        return request.getAttribute(NONCE) instanceof String nonce ? nonce : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader("Content-Security-Policy", policy(nonce));
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.setHeader("Origin-Agent-Cluster", "?1");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }

    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'nonce-" + nonce
                + "' 'strict-dynamic'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' blob:; font-src 'self';"
                + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'; trusted-types default";
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
