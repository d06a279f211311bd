package kith.page;

import jakarta.servlet.http.HttpServletRequest;

/** Implemented by a module that knows part of what surrounds every page; ordered by {@code @Order}, lower first. */
public interface FramePart {
    void add(Framing framing, Page page, HttpServletRequest request);
}
