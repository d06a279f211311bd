package kith.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the controller of a request once, among those whose path begins like its own: Spring would try some three hundred patterns, first to learn whom the
 * route is for and then again to run it. What was let in is also what runs.
 */
class RouteFinder extends RequestMappingHandlerMapping {
    private static final String FOUND = RouteFinder.class.getName();
    private static final String ANY = "*";

    /** What was found for a request, which an error page is not. */
    private record Found(
            String path, String method, @Nullable HandlerMethod handler) {
        boolean by(HttpServletRequest request) {
            return path.equals(request.getRequestURI()) && method.equals(request.getMethod());
        }
    }

    private record Route(RequestMappingInfo info, HandlerMethod handler) {}

    private Map<String, List<Route>> beginnings = Map.of();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        var found = new HashMap<String, List<Route>>();
        getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .map(RouteFinder::beginning)
                        .distinct()
                        .forEach(beginning -> found.computeIfAbsent(beginning, none -> new ArrayList<>())
                                .add(new Route(info, handler))));
        beginnings = Map.copyOf(found);
    }

    @Override
    protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) throws Exception {
        if (request.getAttribute(FOUND) instanceof Found found && found.by(request)) {
            return found.handler();
        }
        var handler = super.getHandlerInternal(request);
        request.setAttribute(FOUND, new Found(request.getRequestURI(), request.getMethod(), handler));
        return handler;
    }

    /** The only one that takes it; none or several are for Spring to sort out. */
    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        if (beginnings.containsKey(ANY)) {
            return super.lookupHandlerMethod(path, request);
        }
        RequestMappingInfo match = null;
        HandlerMethod handler = null;
        for (var route : beginnings.getOrDefault(beginning(path), List.of())) {
            var taken = getMatchingMapping(route.info(), request);
            if (taken != null && match != null) {
                return super.lookupHandlerMethod(path, request);
            }
            if (taken != null) {
                match = taken;
                handler = route.handler();
            }
        }
        if (match == null || handler == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
        handleMatch(match, path, request);
        return handler;
    }

    /** The first part of a path or pattern, {@link #ANY} where that may be anything. */
    private static String beginning(String path) {
        var from = path.startsWith("/") ? 1 : 0;
        var end = path.indexOf('/', from);
        var first = path.substring(from, end < 0 ? path.length() : end);
        return first.contains("{") || first.contains("*") ? ANY : first;
    }
}
