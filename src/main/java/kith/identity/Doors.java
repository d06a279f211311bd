package kith.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kith.page.Audience;
import kith.page.For;
import kith.page.OneClick;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tells for whom the controller of a request is meant ({@link For}), from the live routes; a request that no such controller takes is for nobody. */
class Doors {
    private static final String FOUND = Doors.class.getName();
    private final RequestMappingHandlerMapping routes;
    private final Map<Method, Door> doors = new ConcurrentHashMap<>();

    Doors(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    /** What is known of a route: for whom it is, and whether it takes what a mail program sends by itself. */
    private record Door(Optional<Audience> audience, boolean oneClick) {
        static final Door NONE = new Door(Optional.empty(), false);

        static Door of(HandlerMethod method) {
            return new Door(Doors.audience(method), method.hasMethodAnnotation(OneClick.class));
        }
    }

    RequestMatcher of(Audience audience) {
        return request -> audience(request).filter(audience::equals).isPresent();
    }

    /** Whether the route takes what a mail program sends by itself. */
    boolean oneClick(HttpServletRequest request) {
        return door(request).oneClick();
    }

    Optional<Audience> audience(HttpServletRequest request) {
        return door(request).audience();
    }

    /** Looked for once in a request. */
    private Door door(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Door known) {
            return known;
        }
        var method = handler(request);
        var found = method == null ? Door.NONE : doors.computeIfAbsent(method.getMethod(), m -> Door.of(method));
        request.setAttribute(FOUND, found);
        return found;
    }

    private @Nullable HandlerMethod handler(HttpServletRequest request) {
        try {
            var chain = routes.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception noSuchRoute) {
            return null;
        }
    }

    /** The audience of a route: of its method, else of its controller, else none. */
    static Optional<Audience> audience(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), For.class);
        var whole = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), For.class);
        return Optional.ofNullable(own != null ? own : whole).map(For::value);
    }
}
