package kith.identity;

import static kith.page.Audience.EVERYONE;
import static kith.page.Audience.MEMBERS;
import static kith.page.Audience.OPERATOR;
import static kith.page.Audience.SIGNED_IN;

import jakarta.servlet.DispatcherType;
import java.util.function.Predicate;
import kith.house.House;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may knock where: each controller says for whom it is ({@link kith.page.For}), and whatever says nothing is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            Sessions sessions,
            House house,
            CsrfTokenRepository tokens,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        var doors = new Doors(routes);
        return http.addFilterBefore(new SessionFilter(sessions, house), SecurityContextHolderFilter.class)
                .securityContext(AbstractHttpConfigurer::disable)
                // Its filter would change the form token with every request, so that a page in another tab could not be
                // sent.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(doors::oneClick))
                .headers(headers -> headers.defaultsDisabled()
                        .httpStrictTransportSecurity(
                                hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000)))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(new SignInFirst()).accessDeniedHandler(new Unwelcome(doors)))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(doors.of(EVERYONE))
                                .permitAll()
                                .requestMatchers(doors.of(SIGNED_IN))
                                .access(who(Viewer::signedIn))
                                .requestMatchers(doors.of(MEMBERS))
                                .access(who(Viewer::confirmed))
                                .requestMatchers(doors.of(OPERATOR))
                                .access(who(viewer -> viewer.confirmed() && viewer.operator()))
                                .anyRequest()
                                .denyAll())
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> who(Predicate<Viewer> may) {
        return (authentication, request) -> new AuthorizationDecision(may.test(Viewers.current()));
    }

    @Bean
    static CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(true).httpOnly(true).sameSite("Strict").path("/"));
        return tokens;
    }

    /** Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage, 2025), so that a sign-in costs a phone-sized moment and not a core. */
    @Bean
    static PasswordEncoder argon() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    /** Keeps Spring Boot from inventing a user of its own. */
    @Bean
    static UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("");
        };
    }
}
