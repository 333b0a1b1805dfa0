package wengert.export;

import java.awt.image.BufferedImage;
import java.io.IOException;

/// A small film to look at before the large one is made, at its own speed. Frames are painted when they are asked for.
public final class Reel {

    /// How many frames a second has.
    public static final int RATE = 10;

    private final Film film;

    private Reel(Film film) {
        this.film = film;
    }

    /// The film of an order, its frames at most so wide and so high.
    public static Reel of(Picture picture, Order order, int width, int height) throws IOException {
        var sheet = new Sheet(picture, order);
        double factor = Math.min(2, Math.min(width / sheet.width(), height / sheet.height()));
        return new Reel(new Film(picture, order.withSize(new Order.Size.Times(factor)), RATE));
    }

    /// How many frames there are.
    public int length() {
        return film.length();
    }

    /// One of them, painted now.
    ///
    /// @param number from 0
    public Preview.Image frame(int number) {
        BufferedImage image = film.frame(number);
        int width = film.width();
        int height = film.height();
        return new Preview.Image(
                width, height, image.getRGB(0, 0, width, height, null, 0, width), "");
    }
}
