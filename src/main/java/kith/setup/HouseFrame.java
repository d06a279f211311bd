package kith.setup;

import jakarta.servlet.http.HttpServletRequest;
import kith.house.House;
import kith.page.FramePart;
import kith.page.Framing;
import kith.page.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells every page what the house is called, and whether its people are imagined. */
@Component
@Order(0)
class HouseFrame implements FramePart {
    private final House house;

    HouseFrame(House house) {
        this.house = house;
    }

    @Override
    public void add(Framing framing, Page page, HttpServletRequest request) {
        framing.house(house.name().orElse("Kith"), house.demo());
    }
}
