package kith;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a page that is open in a browser as different people have it: on a small phone by day and on a wide screen by night. Says what axe finds and what is
 * wider than the screen; keeps pictures where {@code -Dkith.pictures} names a folder.
 */
public final class Eye {
    private final List<String> faults = new ArrayList<>();

    /** All that was wrong so far. */
    public List<String> faults() {
        return faults;
    }

    public void look(Page page, String name) {
        see(page, name, 320, ColorScheme.LIGHT);
        see(page, name, 1300, ColorScheme.DARK);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        picture(page, name + "-wide");
    }

    private void see(Page page, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 860);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var wide =
                (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wide.intValue() > 0) {
            faults.add(name + " is " + wide + " px wider than " + width);
        }
        new AxeBuilder(page)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(violation -> faults.add(name + " at " + width + ", " + scheme + ": " + violation.getId() + " "
                        + violation.getNodes().getFirst().getHtml()));
        picture(page, name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static void picture(Page page, String name) {
        var folder = System.getProperty("kith.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }
}
