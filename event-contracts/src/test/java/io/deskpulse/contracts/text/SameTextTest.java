package io.deskpulse.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SameTextTest {
    @Test
    void spacesPunctuationAndSymbolsOfAsciiMakeNoDifference() {
        assertThat(counting("Where  is my order?! +$^`")).isEqualTo("Whereismyorder");
        assertThat(counting("我的订单,在哪里?")).isEqualTo("我的订单在哪里");
        assertThat(counting(" …—「」\t\n")).isEmpty();
    }

    @Test
    void emojiAndSymbolsBeyondAsciiDo() {
        assertThat(counting("😡 €")).isEqualTo("😡€");
    }

    private static String counting(String text) {
        return text.codePoints()
                .filter(SameText::counts)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
