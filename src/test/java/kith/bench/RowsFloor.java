package kith.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The floor of the database: the same 20 posts with their writers by a prepared statement, from PostgreSQL alone. */
final class RowsFloor implements Measure {
    private static final String POSTS = """
            select p.*, c.name, c.face, c.picture_id, b.role, b.profession
            from conversation.post p
            left join identity.card c on c.id = p.author_id
            left join community.belonging b on b.community_id = p.community_id and b.account_id = p.author_id
            where p.topic_id = ? order by p.posted_at, p.id limit 21""";

    private final Tenant house;
    private final List<UUID> topics;

    RowsFloor(Tenant house, Town town) {
        this.house = house;
        this.topics = town.topics();
    }

    @Override
    public String name() {
        return "floor: 20 rows from PostgreSQL alone";
    }

    @Override
    public Load.Asking open() throws IOException {
        try {
            return new Rows(house.asOwner());
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private final class Rows implements Load.Asking {
        private final Connection connection;
        private final java.sql.PreparedStatement posts;

        Rows(Connection connection) throws SQLException {
            this.connection = connection;
            this.posts = connection.prepareStatement(POSTS);
        }

        @Override
        public int ask(Random random) throws IOException {
            try {
                posts.setObject(1, topics.get(random.nextInt(topics.size())));
                var bytes = 0;
                try (var rows = posts.executeQuery()) {
                    while (rows.next()) {
                        bytes += rows.getString("html").length();
                    }
                }
                return bytes;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
