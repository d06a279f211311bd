package kith.house;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The app's connections: its own role, few, and quick to say that the database is away. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 15;
    private static final int IDLE_CONNECTIONS = 2;
    private static final long WAIT_MILLISECONDS = 2_000;

    @Bean
    HikariDataSource dataSource(Installation installation) {
        var source = new HikariDataSource();
        source.setPoolName("house");
        source.setJdbcUrl(installation.jdbcUrl());
        source.setUsername(installation.login().user());
        source.setPassword(installation.login().password());
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(IDLE_CONNECTIONS);
        source.setConnectionTimeout(WAIT_MILLISECONDS);
        return source;
    }

    @Bean
    HouseKey houseKey(Installation installation) {
        return installation.key();
    }
}
