package kith.house;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Gives a Spring context a fresh house that is marked a demo. */
public final class ImaginedHouse implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        new TestHouse.MovedIn().initialize(context);
        var beans = context.getDefaultListableBeanFactory();
        var real = (Installation) beans.getSingleton("installation");
        beans.destroySingleton("installation");
        beans.registerSingleton(
                "installation", new Installation(real.home(), real.key(), real.jdbcUrl(), real.login(), true));
    }
}
