import type { Figure, Official, Pledge, Statement } from "../api";
import { jalaliText, persianDigits, persianNumber } from "../persian";

export const statementKinds: Record<string, string> = { pledge: "وعده", demand: "مطالبه", report: "گزارش", opinion: "نظر" };
export const figureKinds: Record<string, string> = { count: "شمار", money: "پول", percent: "درصد", rank: "رتبه", measure: "اندازه", ratio: "نسبت" };
export const strengths: Record<string, string> = { firm: "قطعی", soft: "نرم" };
const qualifiers: Record<string, string> = { ">": "بیش از ", "<": "کمتر از ", "~": "حدود " };
const changes: Record<string, string> = { up: "افزایش", down: "کاهش", to: "سطح تازه" };
const periods: Record<string, string> = { day: "در روز", week: "در هفته", month: "در ماه", year: "در سال" };

/** «بیش از ۳٬۲۹۷ نفر · مددجو» */
export const figureText = (figure: Figure): string => {
  const value = figure.max === null ? persianNumber(figure.value) : `${persianNumber(figure.value)} تا ${persianNumber(figure.max)}`;
  const period = figure.period ? ` ${periods[figure.period] ?? figure.period}` : "";
  return `${qualifiers[figure.qualifier ?? ""] ?? ""}${value} ${figure.unit}${period}`;
};

export const figureNotes = (figure: Figure): string =>
  [figure.counted, figureKinds[figure.kind], changes[figure.change ?? ""], figure.speaker, figure.check].filter(Boolean).join(" · ");

export const officialPost = (official: Official): string =>
  [official.role, official.unit, official.organisation, official.place].filter(Boolean).join(" ");

export const statementNotes = (statement: Statement): string =>
  [statement.speaker ?? "بی‌نام", statement.verb, statementKinds[statement.kind]].filter(Boolean).join(" · ");

export const pledgeNotes = (pledge: Pledge): string =>
  [pledge.actor, strengths[pledge.strength], pledge.deadline && `مهلت: ${persianDigits(pledge.deadline)}`].filter(Boolean).join(" · ");

/** What the machine says of its own certainty. */
export const why = (fact: { rule: string; confidence: number }): string => `قاعده: ${fact.rule} · اطمینان ${persianNumber(Math.round(fact.confidence * 100))}٪`;

export const dateText = (fact: { publishedJalali: string | null }): string => (fact.publishedJalali ? jalaliText(fact.publishedJalali) : "بی‌تاریخ");
