package kith.page;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends a rendered page, made small where the browser can read that. A page that another site asked for is never compressed: its length could then be made to
 * tell what it says (BREACH).
 */
final class Sending {
    private static final int WORTH_IT = 1400;

    private Sending() {}

    static void send(Utf8ByteOutput html, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.addHeader("Vary", "Accept-Encoding");
        if (html.getContentLength() < WORTH_IT || !small(request)) {
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
            return;
        }
        var packed = Packing.gzip(html.toByteArray());
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(packed.length());
        packed.writeTo(response.getOutputStream());
    }

    private static boolean small(HttpServletRequest request) {
        var encodings = request.getHeader("Accept-Encoding");
        return encodings != null
                && encodings.contains("gzip")
                && !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
