package kith.setup;

import java.util.Locale;
import java.util.Optional;
import kith.community.Community;
import kith.community.Founding;
import kith.community.Pack;
import kith.community.Packs;
import kith.identity.HouseEntrance;
import kith.notification.MailSettings;
import kith.page.Phrases;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What is typed into the forms of the first start; each kept as it was typed where it is refused. */
interface SetupForms {
    /** The operator's account. */
    record OperatorForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable String zone) {
        public OperatorForm {
            email = line(email);
            name = line(name);
            password = text(password);
            zone = line(zone);
        }

        HouseEntrance.Operator operator() {
            return new HouseEntrance.Operator(text(email), text(name), text(password));
        }
    }

    /** The house's name, language and time zone. */
    record HouseForm(
            @Nullable String name,
            @Nullable String language,
            @Nullable String zone) {
        private static final int LONGEST = 60;

        public HouseForm {
            name = line(name);
            language = line(language);
            zone = line(zone);
        }

        Refusals refusals() {
            return Refusals.gather(
                    text(name).length() < 2 || text(name).length() > LONGEST
                            ? Optional.of(Refusal.in("name", "setup.house.name.length", LONGEST))
                            : Optional.empty(),
                    Phrases.LANGUAGES.stream().noneMatch(l -> l.getLanguage().equals(text(language)))
                            ? Optional.of(Refusal.in("language", "setup.house.choose"))
                            : Optional.empty(),
                    text(zone).equals("UTC") || HouseEntrance.zones().contains(text(zone))
                            ? Optional.empty()
                            : Optional.of(Refusal.in("zone", "setup.house.choose")));
        }
    }

    /** The mail server. */
    record MailForm(
            @Nullable String host,
            @Nullable String port,
            @Nullable String user,
            @Nullable String password,
            @Nullable String from,
            @Nullable String secure) {
        public MailForm {
            host = line(host);
            port = line(port);
            user = line(user);
            password = text(password);
            from = line(from);
        }

        Refusals refusals() {
            return Refusals.gather(
                    text(host).matches("[A-Za-z0-9.:-]{1,253}")
                            ? Optional.empty()
                            : Optional.of(Refusal.in("host", "setup.mail.host.form")),
                    text(port).matches("[1-9]\\d{0,4}") && Integer.parseInt(text(port)) < 65_536
                            ? Optional.empty()
                            : Optional.of(Refusal.in("port", "setup.mail.port.form")),
                    text(from).matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+")
                            ? Optional.empty()
                            : Optional.of(Refusal.in("from", "setup.mail.from.form")));
        }

        boolean encrypted() {
            return text(secure).equals("true");
        }

        MailSettings.Choice choice() {
            return new MailSettings.Choice(
                    text(host), Integer.parseInt(text(port)), text(user), text(password), encrypted(), text(from));
        }
    }

    /** The first community. */
    record CommunityForm(
            @Nullable String pack,
            @Nullable String name,
            @Nullable String slug,
            @Nullable String joining) {
        private static final int LONGEST = 60;

        public CommunityForm {
            pack = line(pack);
            name = line(name);
            slug = line(slug).toLowerCase(Locale.ROOT);
            joining = line(joining);
        }

        Refusals refusals(Packs packs, Founding founding, String language) {
            return Refusals.gather(
                    chosen(packs, language).isEmpty()
                            ? Optional.of(Refusal.in("pack", "setup.community.pack.needed"))
                            : Optional.empty(),
                    text(name).length() < 2 || text(name).length() > LONGEST
                            ? Optional.of(Refusal.in("name", "setup.house.name.length", LONGEST))
                            : Optional.empty(),
                    address().length() > LONGEST
                                    || !address().matches("[a-z0-9]+(-[a-z0-9]+)*")
                                    || address().equals("new")
                            ? Optional.of(Refusal.in("slug", "setup.community.slug.form"))
                            : founding.taken(address())
                                    ? Optional.of(Refusal.in("slug", "setup.community.slug.taken"))
                                    : Optional.empty(),
                    joins().isEmpty() ? Optional.of(Refusal.in("joining", "setup.house.choose")) : Optional.empty());
        }

        Optional<Pack> chosen(Packs packs, String language) {
            return packs.newest(language).stream()
                    .filter(each -> each.id().equals(text(pack)))
                    .findFirst();
        }

        Founding.Wish wish(Packs packs, String language) {
            return new Founding.Wish(
                    chosen(packs, language).orElseThrow(), text(name), address(), "", joins().orElseThrow(), null);
        }

        private Optional<Community.Joining> joins() {
            return java.util.Arrays.stream(Community.Joining.values())
                    .filter(each -> each.name().equals(text(joining)))
                    .findFirst();
        }

        /** The last part of the address; made from the name where none was typed. */
        String address() {
            return text(slug).isEmpty()
                    ? java.text.Normalizer.normalize(
                                    text(name).toLowerCase(Locale.ROOT).replace("ß", "ss"),
                                    java.text.Normalizer.Form.NFKD)
                            .replaceAll("\\p{M}", "")
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", "")
                    : text(slug);
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static String line(@Nullable String typed) {
        return text(typed).strip();
    }
}
