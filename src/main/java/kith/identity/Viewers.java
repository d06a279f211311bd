package kith.identity;

import java.util.List;
import kith.page.Phrases;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the person asking to every controller that names a {@link Viewer}. */
@Component
public class Viewers implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    /** Who asks now, for what surrounds a page. */
    public static Viewer current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication known
                ? known.viewer()
                : Viewer.anonymous(Phrases.LANGUAGES.getFirst());
    }

    /** From here on nobody is signed in for this request; only the language stays. */
    static void leave() {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ViewerAuthentication(
                Viewer.anonymous(current().locale(), current().zone())));
        SecurityContextHolder.setContext(context);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current();
    }
}
