package kith.page;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A frame in the making, which each module that implements {@link FramePart} adds its part to. */
public final class Framing {
    Locale locale;
    ZoneId zone = ZoneOffset.UTC;
    String house = "Kith";
    boolean demo;
    Frame.@Nullable Person person;
    Frame.@Nullable Place place;
    final List<Frame.Way> ways = new ArrayList<>();

    @Nullable
    String notice;

    @Nullable
    String help;

    Frame.@Nullable Colours colours;
    Frame.@Nullable Bell bell;

    Framing(Locale locale) {
        this.locale = locale;
    }

    public void reader(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    public void house(String name, boolean demo) {
        this.house = name;
        this.demo = demo;
    }

    public void person(Frame.Person person) {
        this.person = person;
    }

    public void place(Frame.Place place) {
        this.place = place;
    }

    /** Whether the page lies in a community. */
    public boolean placed() {
        return place != null;
    }

    /** Whether the reader is the operator of the house. */
    public boolean operated() {
        return person != null && person.operator();
    }

    public void way(Frame.Way way) {
        ways.add(way);
    }

    public void bell(Frame.Bell bell) {
        this.bell = bell;
    }

    public void colours(Frame.Colours colours) {
        this.colours = colours;
    }

    /** The path of the page for somebody who needs support now. */
    public void help(String path) {
        this.help = path;
    }

    void notice(@Nullable String key) {
        this.notice = key;
    }
}
