package kith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The house's front door for a process. */
@SpringBootApplication
public class Kith {
    public static void main(String[] args) {
        SpringApplication.run(Kith.class, args);
    }
}
