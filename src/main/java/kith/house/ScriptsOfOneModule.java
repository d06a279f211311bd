package kith.house;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands Flyway the scripts that were read already, so that it need not search the class path. */
record ScriptsOfOneModule(String module, List<Script> scripts) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
        return mine().filter(script -> script.path().equals(name))
                .findFirst()
                .map(Loaded::new)
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return mine().filter(script -> script.file().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.file()::endsWith))
                .<LoadableResource>map(Loaded::new)
                .toList();
    }

    private java.util.stream.Stream<Script> mine() {
        return scripts.stream().filter(script -> script.module().equals(module));
    }

    /** One script as Flyway wants to see it. */
    private static final class Loaded extends LoadableResource {
        private final Script script;

        Loaded(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.text());
        }

        @Override
        public String getAbsolutePath() {
            return script.path();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.path();
        }

        @Override
        public String getFilename() {
            return script.file();
        }

        @Override
        public String getRelativePath() {
            return script.file();
        }
    }
}
