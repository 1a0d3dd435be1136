package io.deskpulse.metrics.folding.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    private static boolean repeated(String... sent) {
        Texts texts = new Texts();
        for (String text : sent) {
            texts.add(text);
        }
        return texts.repeated();
    }

    @Test
    void foldsCaseSpacesAndPunctuationOfAnyScript() {
        assertThat(repeated("Ｗo ist、es？", "ｗO ist es！", "ｗo\u00A0isté".replace("té", "tes")))
                .isTrue();
        assertThat(repeated("退款 在哪里？", "退款在哪里", "“退款”在哪里。。。")).isTrue();
        assertThat(repeated("ΟΔΟΣ", "οδος", "Οδος!")).isTrue();
        assertThat(repeated("a+b", "a|b", "A = B")).isTrue();
    }

    @Test
    void keepsLettersDigitsAndOtherSymbolsApart() {
        assertThat(repeated("a1", "a2", "a3")).isFalse();
        assertThat(repeated("5€", "5£", "5")).isFalse();
        assertThat(repeated("😀", "😀", "😁")).isFalse();
        assertThat(repeated("😀", "😀", "😀")).isTrue();
    }

    @Test
    void whatFoldsToNothingIsNoText() {
        assertThat(repeated("?", "!!", " ", "…", null, "\u200B")).isFalse();
    }

    @Test
    void findsARepetitionAmongManyTexts() {
        Texts texts = new Texts();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 500; i++) {
                texts.add("text " + i);
            }
        }
        assertThat(texts.repeated()).isFalse();
        texts.add("TEXT 250");
        assertThat(texts.repeated()).isTrue();
    }
}
