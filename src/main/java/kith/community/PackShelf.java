package kith.community;

import kith.house.Installation;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the packs of the house where its parts can ask for them, and has them read once the house is open, so that nobody waits for them. */
@Configuration(proxyBeanMethods = false)
class PackShelf {
    @Bean
    static Packs packs(Installation installation) {
        return Packs.of(installation.home().path());
    }

    @Bean
    static ApplicationListener<ApplicationReadyEvent> packsAreRead(Packs packs) {
        return open -> Thread.ofPlatform()
                .daemon()
                .name("packs")
                .priority(Thread.MIN_PRIORITY)
                .start(packs::files);
    }
}
