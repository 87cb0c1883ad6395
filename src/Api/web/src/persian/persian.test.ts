import { describe, expect, it } from "vitest";
import { latinText, persianExact, persianNumber, persianPercent, persianShort } from "./digits";
import { epochDay, fromIso, jalaliText, monthLength, monthsBetween, readDay, toIso, weekday, written } from "./jalali";
import { checkText } from "./sums";

describe("numbers", () => {
  it.each([[0, "۰"], [3297, "۳٬۲۹۷"], [2.5, "۲٫۵"], [-12, "−۱۲"], [1500000000000, "۱٬۵۰۰٬۰۰۰٬۰۰۰٬۰۰۰"]])("writes %d", (value, text) => expect(persianNumber(value)).toBe(text));
  it.each([[0.1234, "۱۲٫۳٪"], [0.001, "۰٫۱٪"], [0.00042, "۰٫۰۴٪"]])("writes the share %d", (share, text) => expect(persianPercent(share)).toBe(text));
  it.each([[9500, "۹٬۵۰۰"], [1500000, "۱٫۵ میلیون"], [2e12, "۲ هزار میلیارد"]])("shortens %d", (value, text) => expect(persianShort(value)).toBe(text));
  it.each([
    [1060000, "۱٫۰۶ میلیون"], [1234567, "۱٬۲۳۴٬۵۶۷"], [999999, "۹۹۹٬۹۹۹"], [2345678900, "۲٬۳۴۵٬۶۷۸٬۹۰۰"], [1e6, "۱ میلیون"], [1.1e12, "۱٫۱ هزار میلیارد"], [0.25, "۰٫۲۵"],
  ])("loses nothing of %d", (value, text) => expect(persianExact(value)).toBe(text));
  it.each([
    ["agrees: 180 + 120 = 300", "می‌خواند: \u2066۱۸۰ + ۱۲۰ = ۳۰۰\u2069"],
    ["disagrees: 4 + 2 = 6, not 9", "نمی‌خواند: \u2066۴ + ۲ = ۶\u2069، نه ۹"],
    ["disagrees: (2800 - 2000) / 2000 = 40 %", "نمی‌خواند: \u2066(۲٬۸۰۰ − ۲٬۰۰۰) / ۲٬۰۰۰ = ۴۰٪\u2069"],
    ["disagrees: (15 - 30) / 30 = -50 %", "نمی‌خواند: \u2066(۱۵ − ۳۰) / ۳۰ = −۵۰٪\u2069"],
    ["agrees: 41 a week × 4 = 164 a month", "می‌خواند: ۴۱ در هفته × ۴ = ۱۶۴ در ماه"],
    ["agrees: 92 % of 1800 = 1656", "می‌خواند: ۹۲٪ از ۱٬۸۰۰ = ۱٬۶۵۶"],
  ])("tells the check %s", (check, text) => expect(checkText(check)).toBe(text));
  it.each([["۳٬۲۹۷٫۵٪", "3297.5%"], ["۱۰ مرداد ۱۴۰۲", "10 مرداد 1402"], ["الف٬ ب", "الف٬ ب"]])("copies %s", (shown, copied) => expect(latinText(shown)).toBe(copied));
});

describe("days", () => {
  it.each([["1402-05-10", "۱۰ مرداد ۱۴۰۲"], ["1402-05", "مرداد ۱۴۰۲"], ["1402", "۱۴۰۲"]])("writes %s", (iso, text) => expect(jalaliText(iso)).toBe(text));
  it.each([
    ["1348-10-11", "1970-01-01"], ["1357-11-22", "1979-02-11"], ["1399-12-30", "2021-03-20"], ["1400-01-01", "2021-03-21"],
    ["1402-05-10", "2023-08-01"], ["1403-12-30", "2025-03-20"], ["1404-01-01", "2025-03-21"], ["1405-09-06", "2026-11-27"],
  ])("%s is %s", (jalali, iso) => {
    const [year = 0, month = 0, day = 0] = jalali.split("-").map(Number);
    expect(toIso({ year, month, day })).toBe(iso);
    expect(written(fromIso(iso))).toBe(jalali);
  });
  it("counts as the browser's own calendar does, day by day", () => {
    const theirs = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" });
    for (let number = epochDay({ year: 1380, month: 1, day: 1 }); number < epochDay({ year: 1420, month: 1, day: 1 }); number += 1) {
      const iso = new Date(number * 86_400_000).toISOString().slice(0, 10);
      const parts = Object.fromEntries(theirs.formatToParts(new Date(`${iso}T00:00:00Z`)).map(({ type, value }) => [type, value]));
      expect(written(fromIso(iso))).toBe(`${parts.year}-${parts.month}-${parts.day}`);
    }
  });
  it("knows the weekday", () => expect([weekday(fromIso("2026-11-27")), weekday(fromIso("2026-11-28"))]).toEqual([6, 0]));
  it.each([[1403, 30], [1402, 29], [1399, 30]])("gives Esfand of %d %d days", (year, days) => expect(monthLength(year, 12)).toBe(days));
  it.each([
    ["۱۴۰۲/۵/۱۰", "1402-05-10"], ["1402-5", "1402-05"], ["۱۴۰۲", "1402"], ["1403-12-30", "1403-12-30"],
    ["1402-12-30", null], ["1402-13", null], ["2023-08-01", null], ["مرداد", null], ["", null],
  ])("reads %s", (text, day) => expect(readDay(text)).toBe(day));
  it("lists months over the year's end", () => expect(monthsBetween("1402-11", "1403-02")).toEqual(["1402-11", "1402-12", "1403-01", "1403-02"]));
});
