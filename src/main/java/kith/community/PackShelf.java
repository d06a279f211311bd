package kith.community;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the packs of the house where its parts can ask for them. */
@Configuration(proxyBeanMethods = false)
class PackShelf {
    @Bean
    static Packs packs() {
        return Packs.shipped();
    }
}
