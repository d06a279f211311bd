package kith;

import kith.house.FrontDoor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.aot.AbstractAotProcessor;

/** The house's front door for a process, and for the build, which asks how an open house is put together. */
@SpringBootApplication
public class Kith {
    public static void main(String[] args) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            new SpringApplication(Kith.class).run("--kith.mode=serve");
        } else {
            FrontDoor.enter(Kith.class, args);
        }
    }
}
