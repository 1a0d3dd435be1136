package io.deskpulse.alerting.receiver.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediumTest {
    @Test
    void valuesMentionNobodyAndLinkNowhere() {
        assertThat(Medium.SLACK.value("<!channel> <@U1> <https://x|y> & @here"))
                .isEqualTo("&lt;!channel&gt; &lt;@\u200bU1&gt; &lt;https://x|y&gt; &amp; @\u200bhere");
        assertThat(Medium.MARKDOWN.value("<at id=all></at> <@all> @all [a](https://evil.example) ![i](x)"))
                .isEqualTo(
                        "&lt;at id=all&gt;&lt;/at&gt; &lt;@\u200ball&gt; @\u200ball [a]\u200b(https://evil.example) ![i]\u200b(x)");
        assertThat(Medium.HTML.value("<b onclick=\"x\">'&")).isEqualTo("&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;");
    }

    @Test
    void valuesStayInTheirLine() {
        for (Medium medium : Medium.values()) {
            assertThat(medium.value("a\r\nBcc: b\u0000\u2028c"))
                    .as(medium.name())
                    .isEqualTo("a  Bcc: b \u2028c");
        }
    }

    @Test
    void addressesAreOfTheWebAndEndNoLink() {
        assertThat(Medium.MARKDOWN.address("https://a.example/x?y=1&z=(2) 3"))
                .isEqualTo("https://a.example/x?y=1&z=%282%29%203");
        assertThat(Medium.SLACK.address("https://a.example/?y=1&z=|>"))
                .isEqualTo("https://a.example/?y=1&amp;z=%7C%3E");
        assertThat(Medium.HTML.address("https://a.example/\"onclick=1")).isEqualTo("https://a.example/%22onclick=1");
        assertThat(Medium.HTML.address("javascript:alert(1)")).isEmpty();
    }

    @Test
    void textsAreCutBetweenCharacters() {
        assertThat(Cut.points("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Cut.points("😀😀", 2)).isEqualTo("😀😀");
        assertThat(Cut.units("a😀😀", 4)).isEqualTo("a😀…");
        assertThat(Cut.bytes("解决率", 8)).isEqualTo("解…");
        assertThat(Cut.bytes("解决率", 9)).isEqualTo("解决率");
        assertThat(Cut.bytes("😀😀", 7)).isEqualTo("😀…");
    }
}
