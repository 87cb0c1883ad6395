import { expect, it } from "vitest";
import { jalaliText, persianNumber, persianPercent } from "./persian";

it.each([[0, "۰"], [3297, "۳٬۲۹۷"], [2.5, "۲٫۵"], [1500000000000, "۱٬۵۰۰٬۰۰۰٬۰۰۰٬۰۰۰"]])("writes %d", (value, text) => expect(persianNumber(value)).toBe(text));
it.each([["1402-05-10", "۱۰ مرداد ۱۴۰۲"], ["1402-05", "مرداد ۱۴۰۲"], ["1402", "۱۴۰۲"]])("writes %s", (iso, text) => expect(jalaliText(iso)).toBe(text));
it("writes shares", () => expect(persianPercent(0.1234)).toBe("۱۲٫۳٪"));
