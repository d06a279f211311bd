package kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import kith.Visitor;
import kith.house.TestHouse;
import kith.identity.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Pictures in posts, by people with a browser without scripts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestHouse.MovedIn.class)
class PicturesWalkTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    ReportablePosts hosts;

    @Autowired
    PostPictures pictures;

    @Autowired
    ConversationData data;

    Cast cast;
    Viewer maramaHerself;
    Viewer taneHimself;
    Visitor marama;
    Visitor tane;
    Visitor jo;
    String topic;

    @BeforeEach
    void people() {
        cast = new Cast(sql);
        maramaHerself = cast.member("Marama");
        taneHimself = cast.member("Tane");
        marama = cast.at(port, maramaHerself);
        tane = cast.at(port, taneHimself);
        jo = cast.at(port, cast.guest("Jo"));
        topic = marama.post(
                        "/topics",
                        Map.of(
                                "community",
                                cast.slug,
                                "section",
                                "medicines",
                                "title",
                                "My hands",
                                "body",
                                "In the mornings."))
                .location();
    }

    @Test
    void taneBringsAPictureIsAskedOnceWhatItShowsAndMaramaSeesIt() {
        var page = tane.get(topic);
        var toPictures = tane.submit(page, topic + "/replies", Map.of());
        assertThat(toPictures.status()).isEqualTo(422);
        var key = page.page().selectFirst("#reply input[name=key]").val();
        var there = tane.post("/drafts", Map.of("key", key, "body", "Mine too.", "pictures", "true"))
                .location();
        assertThat(there).isEqualTo("/drafts/" + key + "/pictures");
        assertThat(bring(tane, there, Canvases.picture("png", 1200, 800)).location())
                .isEqualTo(there);
        var writing = tane.get(topic);
        assertThat(writing.page().selectFirst("textarea[name=body]").wholeText())
                .contains("Mine too.");
        var alt = writing.page().selectFirst("#reply [data-picture] input").attr("name");

        var asked = tane.submit(writing, topic + "/replies", Map.of());
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Could you say in a few words what can be seen here?", "Mine too.");
        var said = tane.submit(asked, topic + "/replies", Map.of(alt, "My swollen <left> hand"));
        assertThat(said.status()).isEqualTo(303);

        var seen = marama.visit(said.location());
        var image = seen.page().selectFirst(".post .pictures img");
        assertThat(image.attr("alt")).isEqualTo("My swollen <left> hand");
        assertThat(image.attr("width") + "x" + image.attr("height")).isEqualTo("1200x800");
        assertThat(image.attr("srcset")).contains("320w", "960w", "1200w");
        assertThat(image.attr("loading")).isEqualTo("lazy");
        var bytes = marama.get(image.attr("src"));
        assertThat(bytes.status()).isEqualTo(200);
        assertThat(bytes.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(bytes.header("Cache-Control")).isEqualTo("no-store");
        assertThat(bytes.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'; sandbox");
        assertThat(bytes.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(tane.get("/drafts").text()).contains("No drafts");
    }

    @Test
    void whoMayLeaveItUnsaidIsAskedOnlyOnce() {
        var there = draft(tane, "Mine too.");
        bring(tane, there, Canvases.picture("jpeg", 300, 200));
        var asked = tane.submit(tane.get(topic), topic + "/replies", Map.of());
        assertThat(asked.status()).isEqualTo(422);
        assertThat(tane.submit(asked, topic + "/replies", Map.of()).status()).isEqualTo(303);
    }

    @Test
    void onlyWhoSeesThePostSeesItsPicture() {
        var there = draft(tane, "Mine too.");
        bring(tane, there, Canvases.picture("jpeg", 300, 200));
        var path = tane.get(there).page().selectFirst(".brought img").attr("src");
        assertThat(tane.get(path).status()).isEqualTo(200);
        assertThat(marama.get(path).status()).as("before it is posted").isEqualTo(404);
        var post = publish(there);
        assertThat(marama.get(path).status()).isEqualTo(200);
        assertThat(jo.get(path).status()).as("who does not belong here").isEqualTo(404);
        assertThat(new Visitor(port).get(path).status()).isEqualTo(404);
        assertThat(marama.get(path.replace("1920", "77")).status()).isEqualTo(404);
        assertThat(marama.post(path.replace("/1920", "/removal"), Map.of()).status())
                .as("another's")
                .isEqualTo(404);

        hosts.hide(java.util.UUID.fromString(post.substring(7)), "It shows a face.");
        assertThat(marama.get(path).status()).as("taken out of sight").isEqualTo(404);
        assertThat(tane.get(path).status()).as("its writer still sees it").isEqualTo(200);
        hosts.show(java.util.UUID.fromString(post.substring(7)));
        tane.post(post + "/withdrawal", Map.of());
        assertThat(marama.get(path).status()).as("taken back").isEqualTo(404);
        sql.sql("update conversation.post set state = 'EMPTIED' where id = :id::uuid")
                .param("id", post.substring(7))
                .update();
        assertThat(tane.get(path).status()).as("gone for good").isEqualTo(404);
        assertThat(left()).isZero();
    }

    @Test
    void whatIsNoPictureIsRefusedInWordsAndTheWordsOfTheDraftStay() {
        var there = draft(tane, "Mine too.");
        var refused = bring(tane, there, "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("not a picture that can be read here");
        assertThat(bring(tane, there, new byte[DrawingRoom.MOST_BYTES + 10]).text())
                .contains("larger than 12 MB");
        assertThat(tane.get(topic).page().selectFirst("textarea[name=body]").wholeText())
                .contains("Mine too.");
        var small = Canvases.picture("png", 20, 20);
        assertThat(bring(tane, there, small, small, small, small, small, small).status())
                .isEqualTo(303);
        assertThat(bring(tane, there, small).text()).contains("room for 6 pictures");
        assertThat(jo.get(there).status()).as("not a place of hers").isEqualTo(404);
    }

    @Test
    void aDroppedDraftDropsItsPicturesAndOneInAPostGoesWithItsEdit() {
        var there = draft(tane, "Mine too.");
        bring(tane, there, Canvases.picture("jpeg", 300, 200));
        tane.post(there.replace("/pictures", "/removal"), Map.of());
        assertThat(left()).isZero();
        there = draft(tane, "Mine too.");
        bring(tane, there, Canvases.picture("jpeg", 300, 200));
        var post = publish(there);
        var edit = tane.get(post + "/edit");
        bring(tane, "/drafts/edit:" + post.substring(7) + "/pictures", Canvases.picture("jpeg", 300, 200));
        assertThat(marama.visit(post).page().select(".pictures img"))
                .as("before the edit is saved")
                .hasSize(1);
        edit = tane.get(post + "/edit");
        assertThat(edit.page().select("[data-picture]")).hasSize(2);
        tane.submit(edit, post, Map.of("body", "Mine too, both."));
        tane.submit(tane.get(post + "/edit"), post, Map.of("body", "Mine too, both."));
        assertThat(marama.visit(post).page().select(".pictures img")).hasSize(2);
        var one = tane.get(post + "/edit").page().selectFirst("[data-drop]").attr("formaction");
        assertThat(tane.post(one, Map.of()).location()).isEqualTo(post + "/edit");
        assertThat(marama.visit(post).page().select(".pictures img")).hasSize(1);
    }

    @Test
    void aPictureByMailIsInThePostThatStands() {
        var post = tane.submit(tane.get(topic), topic + "/replies", Map.of("body", "By mail."))
                .location();
        assertThat(pictures.attach(
                        taneHimself,
                        PostId.of(post.substring(7)),
                        new ByteArrayResource(Canvases.picture("jpeg", 30, 20)),
                        "A hand"))
                .isEmpty();
        assertThat(marama.visit(post).page().selectFirst(".pictures img").attr("alt"))
                .isEqualTo("A hand");
        var printed = marama.get(topic + "/print").page().select(".paper .pictures img");
        assertThat(printed.eachAttr("alt")).containsExactly("A hand");
        assertThat(printed.attr("src"))
                .isEqualTo(
                        marama.visit(post).page().selectFirst(".pictures img").attr("src"));
        assertThat(data.export(taneHimself.member()).toString()).contains("data:image/jpeg;base64,", "A hand");
        data.erase(taneHimself.member());
        assertThat(left()).isZero();
    }

    private int left() {
        return sql.sql("select count(*) from conversation.picture where member_id = :tane")
                .param("tane", taneHimself.member().value())
                .query(Integer.class)
                .single();
    }

    private String draft(Visitor who, String body) {
        var key = "reply:" + topic.substring(8);
        return who.post("/drafts", Map.of("key", key, "body", body, "pictures", "true"))
                .location();
    }

    private String publish(String there) {
        sql.sql("update conversation.picture set alt = 'A hand' where member_id = :tane")
                .param("tane", taneHimself.member().value())
                .update();
        var answer = tane.submit(tane.get(topic), topic + "/replies", new HashMap<>());
        assertThat(answer.status()).as(there).isEqualTo(303);
        return answer.location();
    }

    /** Sends files as a browser does. */
    private static Visitor.Answer bring(Visitor who, String path, byte[]... files) {
        var body = new ByteArrayOutputStream();
        try {
            who.csrf();
            for (var file : files) {
                body.write(
                        "--edge\r\nContent-Disposition: form-data; name=\"pictures\"; filename=\"cat.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8));
                body.write(file);
                body.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            body.write("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return who.send(path, BodyPublishers.ofByteArray(body.toByteArray()), "multipart/form-data; boundary=edge");
    }
}
