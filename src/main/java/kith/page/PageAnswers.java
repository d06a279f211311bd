package kith.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Turns the {@link Answer} of a controller into a response: a page through its template, or a 303. */
@Component
class PageAnswers implements HandlerMethodReturnValueHandler {
    private final TemplateEngine templates;
    private final Frames frames;
    private final Map<Class<?>, String> names = new ConcurrentHashMap<>();

    PageAnswers(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Answer.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch (Objects.requireNonNull(answer)) {
            case SeeOther onward -> see(onward, response);
            case Page page -> show(page, request, response);
            case Sent done -> response.flushBuffer();
            default -> throw new IllegalStateException("not an answer");
        }
    }

    private static void see(SeeOther onward, HttpServletResponse response) {
        if (onward.notice() != null) {
            Notices.leave(onward.notice(), response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", onward.to());
    }

    void show(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var html = new Utf8ByteOutput();
        templates.render(
                names.computeIfAbsent(page.getClass(), PageAnswers::template), Map.of("page", page, "frame", frames.of(page, request, response)), html);
        response.setStatus(page.status());
        Sending.send(html, request, response);
    }

    /** {@code kith.conversation.TopicsController.TopicPage} is shown by {@code conversation/topic.jte}. */
    static String template(Class<?> page) {
        var module = page.getPackageName().substring(page.getPackageName().lastIndexOf('.') + 1);
        var name = page.getSimpleName().replaceFirst("Page$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return module + "/" + name.toLowerCase(java.util.Locale.ROOT) + ".jte";
    }
}
