package kith.notification;

import java.util.UUID;
import kith.page.Page;

/** A page that shows what notices were about: whoever opens it has seen them. */
public interface Told extends Page {
    /** The thread of {@link News} that is shown. */
    UUID thread();
}
