package kith.community;

import java.util.Objects;
import java.util.Optional;
import kith.page.Refusal;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;

/** What a community is called and who may come in, with the revision that the form was opened at. */
public record SettingsForm(
        @Nullable String name,
        @Nullable String tagline,
        Community.@Nullable Joining joining,
        Community.@Nullable Visibility visibility,
        @Nullable Integer revision) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 160;

    public SettingsForm {
        revision = Objects.requireNonNullElse(revision, 0);
        name = Objects.requireNonNullElse(name, "").strip();
        tagline = Objects.requireNonNullElse(tagline, "").strip();
        joining = Objects.requireNonNullElse(joining, Community.Joining.INVITATION);
        visibility = Objects.requireNonNullElse(visibility, Community.Visibility.PRIVATE);
    }

    static SettingsForm of(Place place, int revision) {
        var community = place.community();
        return new SettingsForm(
                community.name(), community.tagline(), community.joining(), community.visibility(), revision);
    }

    int openedAt() {
        return Objects.requireNonNull(revision);
    }

    Refusals refuse() {
        var face = face();
        return Refusals.gather(
                face.name().length() < 2 || face.name().length() > LONGEST_NAME
                        ? Optional.of(Refusal.in("name", "community.found.name-length", LONGEST_NAME))
                        : Optional.empty(),
                face.tagline().length() > LONGEST_LINE
                        ? Optional.of(Refusal.in("tagline", "community.settings.tagline-long", LONGEST_LINE))
                        : Optional.empty());
    }

    Settings.Face face() {
        return new Settings.Face(
                Objects.requireNonNull(name),
                Objects.requireNonNull(tagline),
                Objects.requireNonNull(joining),
                Objects.requireNonNull(visibility));
    }
}
