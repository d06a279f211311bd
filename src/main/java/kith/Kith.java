package kith;

import kith.house.FrontDoor;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The house's front door for a process. */
@SpringBootApplication
public class Kith {
    public static void main(String[] args) {
        FrontDoor.enter(Kith.class, args);
    }
}
