package kith.page;

/** The answer is on its way already: a controller wrote a file. */
public record Sent() implements Answer {}
