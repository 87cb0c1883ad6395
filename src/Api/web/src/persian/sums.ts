import { persianDigits, persianExact, persianNumber } from "./digits";

const periods: Record<string, string> = { day: "در روز", week: "در هفته", month: "در ماه", year: "در سال" };

/** Keeps a sum in its own left-to-right order within Persian text. */
const isolated = (sum: string): string => `\u2066${sum}\u2069`;

const number = (digits: string): string => persianExact(Number(digits));

/** What arithmetic inside an article says of a figure, as `check` tells it: «می‌خواند: ۱۸۰ + ۱۲۰ = ۳۰۰». */
export function checkText(check: string): string {
  const [verdict = "", said = ""] = check.split(/: (.*)/s);
  const word = verdict === "agrees" ? "می‌خواند" : "نمی‌خواند";
  const [, sum = said, whole] = /^(.*), not ([\d.]+)$/.exec(said) ?? [];
  const rate = /^([\d.]+) a (\w+) × ([\d.]+) = ([\d.]+) a (\w+)$/.exec(sum);
  if (rate) return `${word}: ${number(rate[1] ?? "")} ${periods[rate[2] ?? ""]} × ${number(rate[3] ?? "")} = ${number(rate[4] ?? "")} ${periods[rate[5] ?? ""]}`;
  const share = /^([\d.]+) % of ([\d.]+) = ([\d.]+)$/.exec(sum);
  if (share) return `${word}: ${number(share[1] ?? "")}٪ از ${number(share[2] ?? "")} = ${number(share[3] ?? "")}`;
  const shown = persianDigits(sum.replace(/\d+(?:\.\d+)?/g, (digits) => persianNumber(Number(digits))).replace(/ %/g, "٪").replace(/-/g, "−"));
  return `${word}: ${isolated(shown)}${whole ? `، نه ${number(whole)}` : ""}`;
}
