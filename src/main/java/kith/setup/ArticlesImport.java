package kith.setup;

import java.util.function.Function;
import kith.community.CommunityId;
import kith.house.Terminal;
import kith.library.ArrivingArticles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings a file of articles into a library, each line for itself. */
@Component
class ArticlesImport {
    private static final Logger LOG = LoggerFactory.getLogger(ArticlesImport.class);
    private final ArrivingArticles library;

    ArticlesImport(ArrivingArticles library) {
        this.library = library;
    }

    /** {@code where} says for each subject into which community its articles go. */
    Tally run(Lines lines, Function<String, CommunityId> where, Terminal terminal) {
        var tally = new Tally(terminal);
        lines.each(line -> {
            take(line, where, tally);
            terminal.progress("Articles", line.read(), lines.length());
        });
        return tally;
    }

    private void take(Lines.Line line, Function<String, CommunityId> where, Tally tally) {
        try {
            var arrival = ArticleLine.read(line.text()).arrival();
            switch (library.keepAsHouse(where.apply(arrival.focus()), arrival)) {
                case NEW -> tally.fresh(1);
                case CHANGED -> tally.changed();
                case UNCHANGED -> tally.unchanged(1);
            }
        } catch (BadLine e) {
            tally.refuse(line.number(), e.reason());
        } catch (DataAccessException e) {
            LOG.warn("an article was not kept", e);
            tally.refuse(line.number(), "the database did not take it");
        }
    }
}
