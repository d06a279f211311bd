package kith.page;

/** What a controller gives back: a {@link Page} to show or a {@link SeeOther} to follow. */
public interface Answer {}
