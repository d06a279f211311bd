package kith.house;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Connections that stay: for hearing what the database calls out, which a pooler in transaction mode would swallow. Where the operator's database lies behind
 * one, KITH_DATABASE_DIRECT_URL names the primary itself.
 */
@Component
public class DirectLine {
    private static final String PATIENCE_SECONDS = "15";
    private final Installation installation;
    private final String url;

    DirectLine(Installation installation, @Value("${KITH_DATABASE_DIRECT_URL:}") String direct) {
        this.installation = installation;
        this.url = direct.isBlank() ? installation.jdbcUrl() : ExternalDatabase.jdbc(direct);
    }

    /** A new connection of the app's role, which the database's own lists show under this name. */
    public Connection open(String name) throws SQLException {
        var how = new Properties();
        how.setProperty("user", installation.login().user());
        how.setProperty("password", installation.login().password());
        how.setProperty("ApplicationName", name);
        how.setProperty("tcpKeepAlive", "true");
        how.setProperty("socketTimeout", PATIENCE_SECONDS);
        return DriverManager.getConnection(url, how);
    }
}
