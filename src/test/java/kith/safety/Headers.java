package kith.safety;

import static org.assertj.core.api.Assertions.assertThat;

import kith.Visitor;

/** The headers that every response has, errors and redirects too (OWASP ASVS 5.0 V3.4, V14.3.2). */
final class Headers {
    private Headers() {}

    static void check(Route route, Visitor.Answer answer) {
        var name = route.name() + " (" + answer.status() + ")";
        assertThat(answer.status()).as("%s is not a fault", name).isLessThan(500);
        assertThat(answer.header("Content-Security-Policy"))
                .as(name)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        // A picture may do nothing at all.
        if (answer.header("Content-Type").startsWith("image/jpeg")) {
            assertThat(answer.header("Content-Security-Policy"))
                    .as(name)
                    .contains("sandbox")
                    .doesNotContain("script-src");
        } else {
            assertThat(answer.header("Content-Security-Policy"))
                    .as(name)
                    .contains("script-src 'nonce-", "require-trusted-types-for 'script'", "base-uri 'none'");
        }
        assertThat(answer.header("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(name).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(name).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).as(name).isNotEmpty();
        if (!route.pattern().startsWith("/assets/")) {
            assertThat(answer.header("Cache-Control")).as(name).contains("no-store");
        }
    }
}
