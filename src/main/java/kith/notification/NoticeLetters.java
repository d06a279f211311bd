package kith.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.identity.HouseAddress;
import kith.notification.Composing.Told;
import kith.page.Phrases;
import org.springframework.stereotype.Component;

/** The words of mails of notices. Subjects and first sentences are the same for everybody; names and what was written are in it only for who asked for that. */
@Component
class NoticeLetters {
    /** A page without a name, or one of something by its id. */
    private static final Pattern NAMELESS = Pattern.compile("/[a-z]*(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*)?");

    private static final int MOST = 10;

    private final Phrases phrases;
    private final NoticeKinds kinds;
    private final HouseAddress address;

    NoticeLetters(Phrases phrases, NoticeKinds kinds, HouseAddress address) {
        this.phrases = phrases;
        this.kinds = kinds;
        this.address = address;
    }

    /** A mail about one topic; its subject is that of all, so that mail programs keep the topic together and it tells nothing. */
    Written topic(Locale locale, List<Told> told, boolean words, String silence, boolean answerable) {
        var blocks = words ? said(told) : counted(locale, told);
        if (answerable) {
            blocks.add(Block.line(say(locale, "notification.notice.answer")));
        }
        var link = way(told.getFirst());
        return written(
                locale, say(locale, "notification.notice.subject"), blocks, "notification.notice.read", link, silence);
    }

    /** What somebody has not read yet, a line for each topic, the newest first. */
    Written digest(Locale locale, List<Told> told, boolean words, String silence) {
        var topics = told.reversed().stream()
                .collect(Collectors.groupingBy(one -> one.notice().bundle(), LinkedHashMap::new, Collectors.toList()))
                .values();
        var blocks = new ArrayList<Block>();
        blocks.add(Block.line(say(locale, "notification.digest.text", topics.size())));
        topics.stream().limit(2 * MOST).forEach(topic -> blocks.add(line(locale, topic, words)));
        return written(
                locale,
                say(locale, "notification.digest.subject"),
                blocks,
                "notification.digest.read",
                address.of("/notices"),
                silence);
    }

    private Block line(Locale locale, List<Told> topic, boolean words) {
        var newest = topic.getFirst();
        var sentence =
                words ? newest.words().line() : sentence(locale, newest.notice().kind());
        return Block.link(times(locale, sentence, topic.size()), way(newest));
    }

    /** Where it leads; an address with the name of a community in it would tell whoever sees the mail, so that leads to the notices. */
    private String way(Told told) {
        var path = told.words().path();
        return address.of(NAMELESS.matcher(path).matches() ? path : "/notices");
    }

    private static ArrayList<Block> said(List<Told> told) {
        return told.stream()
                .limit(MOST)
                .flatMap(one -> Stream.of(Block.line(one.words().line()), Block.said(one.words())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Each kind once, with how often. */
    private ArrayList<Block> counted(Locale locale, List<Told> told) {
        var blocks = new ArrayList<Block>();
        told.stream()
                .collect(Collectors.groupingBy(
                        one -> sentence(locale, one.notice().kind()), LinkedHashMap::new, Collectors.counting()))
                .forEach((sentence, times) -> blocks.add(Block.line(times(locale, sentence, times.intValue()))));
        blocks.add(Block.line(say(locale, "notification.notice.waits")));
        return blocks;
    }

    private String times(Locale locale, String sentence, int times) {
        var plain = sentence.replaceFirst("\\.$", "");
        return times == 1 ? plain + "." : say(locale, "notification.notice.times", plain, times);
    }

    /** The neutral sentence of a kind, or one that fits all where its module has none. */
    private String sentence(Locale locale, String kind) {
        var key = kinds.find(kind).map(known -> known.phrase() + ".subject").orElse("");
        var said = say(locale, key);
        return (said.equals(key) ? say(locale, "notification.notice.subject") : said).replaceAll("\\p{Cntrl}", " ");
    }

    private Written written(
            Locale locale, String subject, List<Block> blocks, String button, String link, String silence) {
        var press = say(locale, button);
        var ways = new LinkedHashMap<String, String>();
        ways.put(say(locale, "notification.notice.silence"), silence);
        ways.put(say(locale, "notification.notice.choices"), address.of("/notices/choices"));
        var text = Block.texts(blocks) + "\n\n" + press + ":\n" + link + "\n\n-- \n"
                + join(ways, "\n", way -> way.getKey() + ":\n" + way.getValue())
                + "\n";
        var html = Block.htmls(blocks) + Written.way(phrases, locale, press, link);
        return new Written(subject, text, Written.page(locale, subject, html, join(ways, "<br>", NoticeLetters::foot)));
    }

    private static String foot(Map.Entry<String, String> way) {
        return "<a class=\"to\" href=\"%s\" style=\"color:#0d6b5b\">%s</a>"
                .formatted(Written.escape(way.getValue()), Written.escape(way.getKey()));
    }

    private static String join(
            Map<String, String> ways, String between, Function<Map.Entry<String, String>, String> each) {
        return ways.entrySet().stream().map(each).collect(Collectors.joining(between));
    }

    private String say(Locale locale, String key, Object... args) {
        return phrases.say(locale, key, args);
    }
}
