package io.deskpulse.survey.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | ZH_CN",
                "en-GB,en;q=0.9,zh;q=0.1 | EN",
                "fr,zh-TW;q=0.5,en;q=0.4 | ZH_CN",
                "en;q=0,zh;q=0.1         | ZH_CN",
                "fr                      | EN",
                "*                       | EN",
                "q=;;                    | EN",
                "-                       | EN"
            })
    void readerGetsTheTongueTheyLikeBest(String acceptLanguage, Tongue tongue) {
        assertThat(Tongue.preferred(acceptLanguage)).isEqualTo(tongue);
    }

    @ParameterizedTest
    @CsvSource({"zh-Hant-TW, ZH_CN", "ZH, ZH_CN", "en, EN", "de-AT, EN"})
    void everyLanguageHasATongue(String language, Tongue tongue) {
        assertThat(Tongue.of(language)).isEqualTo(tongue);
    }
}
