package kith.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kith.house.Arguments;
import kith.house.Command;
import kith.house.Terminal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lists the live routes: what is asked, for whom, and which controller answers; one without an audience is for nobody. */
@Component
class RoutesCommand implements Command {
    private final RequestMappingHandlerMapping routes;

    RoutesCommand(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    /** One route as it is printed. */
    private record Line(String method, String path, String audience, String controller) {
        String said(int width) {
            return ("  %-5s%-" + width + "s  %-10s  %s").formatted(method, path, audience, controller);
        }
    }

    @Override
    public String name() {
        return "routes";
    }

    @Override
    public String usage() {
        return "[--home DIR] [--demo]";
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) {
        arguments.rest(0, 0);
        var lines = lines();
        var width = lines.stream().mapToInt(line -> line.path().length()).max().orElse(1);
        lines.forEach(line -> terminal.say(line.said(width)));
        terminal.say("%d routes; whatever is not in this list is closed to everybody.".formatted(lines.size()));
        return 0;
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        routes.getHandlerMethods().forEach((info, method) -> add(lines, info, method));
        lines.sort(Comparator.comparing(Line::path).thenComparing(Line::method));
        return lines;
    }

    private static void add(List<Line> lines, RequestMappingInfo info, HandlerMethod method) {
        var audience = Doors.audience(method).map(Enum::name).orElse("nobody");
        var controller = method.getBeanType().getPackageName().replaceFirst("^kith\\.", "") + "/"
                + method.getBeanType().getSimpleName() + "."
                + method.getMethod().getName();
        var methods = info.getMethodsCondition().getMethods();
        for (var path : info.getPatternValues()) {
            for (var verb : methods.isEmpty() ? List.of(RequestMethod.GET) : List.copyOf(methods)) {
                lines.add(new Line(verb.name(), path, audience, controller));
            }
        }
    }
}
