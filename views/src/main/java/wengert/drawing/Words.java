package wengert.drawing;

/// The words on a card, which are the same at every moment.
///
/// @param sign top left
/// @param label top right, quieter
/// @param single whether the sign is all there is to say about the value
record Words(String sign, Face face, Mathematics.Block label, boolean single) {

    double signSize() {
        return single ? Cards.NUMBER : Cards.SIGN;
    }

    double width() {
        return Typesetter.width(sign, face, signSize()) + 14 + label.width();
    }
}
