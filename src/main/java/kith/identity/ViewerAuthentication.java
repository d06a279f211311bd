package kith.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A viewer as Spring Security carries them through a request. */
final class ViewerAuthentication extends AbstractAuthenticationToken {
    private final transient Viewer viewer;

    ViewerAuthentication(Viewer viewer) {
        super(List.of());
        this.viewer = viewer;
        setAuthenticated(viewer.signedIn());
    }

    Viewer viewer() {
        return viewer;
    }

    @Override
    public Object getPrincipal() {
        return viewer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
