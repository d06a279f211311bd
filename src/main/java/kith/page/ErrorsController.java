package kith.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows the errors that come from outside Spring MVC (filters, the container) as the same pages. */
@Controller
@For(Audience.EVERYONE)
class ErrorsController implements ErrorController {
    @RequestMapping("/error")
    ErrorPages.ErrorPage show(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return switch (status) {
            case 401, 403 -> new ErrorPages.ErrorPage(403, "form-expired", null, null);
            case 400, 413, 414, 415, 431 -> new ErrorPages.ErrorPage(status, "unreadable", null, null);
            case 429 -> new ErrorPages.ErrorPage(429, "too-many", null, null);
            case 500, 503 -> new ErrorPages.ErrorPage(status, "fault", null, null);
            default -> ErrorPages.notHere();
        };
    }
}
