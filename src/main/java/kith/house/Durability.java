package kith.house;

import java.util.List;

/** How much the database may lose when the power goes: nothing, or (tests alone) everything. */
enum Durability {
    SAFE(List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on")),
    SCRATCH(List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));

    private final List<String> settings;

    Durability(List<String> settings) {
        this.settings = settings;
    }

    List<String> settings() {
        return settings;
    }
}
