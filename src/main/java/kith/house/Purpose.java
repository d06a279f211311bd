package kith.house;

/** What a process came for: to keep the house open, or to do one thing and leave. */
enum Purpose {
    SERVE,
    COMMAND
}
