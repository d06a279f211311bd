package kith.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.util.List;
import kith.house.House;
import kith.identity.HouseEntrance;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets a visitor of a demo house become somebody in it. Not here in a real house, nor for anybody on another machine. */
@Controller
@For(Audience.EVERYONE)
class DemoController {
    private final House house;
    private final DemoDoors doors;
    private final HouseEntrance entrance;

    DemoController(House house, DemoDoors doors, HouseEntrance entrance) {
        this.house = house;
        this.doors = doors;
        this.entrance = entrance;
    }

    /** All doors. */
    public record DoorsPage(List<DemoDoors.Door> doors) implements Page {}

    /** One door with its button. */
    public record DoorPage(DemoDoors.Door door) implements Page {}

    @GetMapping("/demo")
    Answer index(HttpServletRequest request) {
        check(request);
        return new DoorsPage(doors.all());
    }

    @GetMapping("/demo/{name}")
    Answer show(@PathVariable String name, HttpServletRequest request) {
        check(request);
        return new DoorPage(doors.find(name).orElseThrow(NotHere::new));
    }

    @PostMapping("/demo/{name}")
    Answer create(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
        check(request);
        var door = doors.find(name).orElseThrow(NotHere::new);
        entrance.letInAsHouse(door.who(), request, response);
        return new SeeOther("/");
    }

    /** A request that came through a proxy is somebody else's, whatever its address says. */
    private void check(HttpServletRequest request) {
        var proxied = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        if (!house.demo() || proxied || !loopback(request.getRemoteAddr())) {
            throw new NotHere();
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
