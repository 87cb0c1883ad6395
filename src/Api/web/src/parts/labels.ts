import type { AlertAbout, Fact, FactKind, Figure, KeynessKind, Official, Pledge, PledgeStatus, Post, Statement } from "../api/types";
import { persianDigits, persianExact, persianNumber } from "../persian/digits";
import { isoText, jalaliText } from "../persian/jalali";
import { checkText } from "../persian/sums";

export const factKinds: Record<FactKind, string> = { official: "مسئول", statement: "گفته", figure: "رقم", pledge: "وعده" };
export const statementKinds: Record<string, string> = { report: "گزارش", opinion: "نظر", demand: "مطالبه", pledge: "وعده" };
export const figureKinds: Record<string, string> = { count: "شمار", money: "پول", percent: "درصد", rank: "رتبه", measure: "اندازه", ratio: "نسبت" };
export const strengths: Record<string, string> = { firm: "قطعی", soft: "نرم" };
export const pledgeStatuses: Record<PledgeStatus, string> = { overdue: "سررسید گذشته", soon: "تا ۳۰ روز دیگر", later: "پس از آن", undated: "بی سررسید" };
export const placeKinds: Record<string, string> = { province: "استان", county: "شهرستان", city: "شهر", country: "کشور" };
export const alertKinds: Record<AlertAbout, string> = { article: "خبر تازه", statement: "گفتهٔ تازه", figure: "رقم تازه", pledge: "وعدهٔ تازه", pledgeDue: "سررسید وعده", postChange: "جابه‌جایی مسئول" };
export const keynessKinds: Record<KeynessKind, string> = { terms: "واژه‌ها", officials: "مسئولان", bodies: "نهادها", places: "جای‌ها", topics: "موضوع‌ها" };

/** The topics of the extractor by id. */
export const topicNames: Record<string, string> = {
  disability: "معلولان و توان‌بخشی", elderly: "سالمندان", children: "کودکان", women: "زنان و سرپرستان خانوار", addiction: "اعتیاد", prevention: "پیشگیری و آسیب‌های اجتماعی",
  health: "سلامت و درمان", education: "آموزش و مدرسه", housing: "مسکن", employment: "اشتغال", marriage: "ازدواج و جهیزیه", insurance: "بیمه و بازنشستگی",
  livelihood: "معیشت و حمایت", charity: "نیکوکاری و خیران", disaster: "حوادث و امداد", budget: "بودجه و اعتبار", justice: "زندانیان و دادگستری", infrastructure: "آب، راه و انرژی",
  economy: "اقتصاد و کشاورزی", culture: "فرهنگ، ورزش و گردشگری", appointment: "انتصاب‌ها",
};
export const topicText = (id: string): string => topicNames[id] ?? id;

const qualifiers: Record<string, string> = { ">": "بیش از ", "<": "کمتر از ", "~": "حدود " };
export const changeNames: Record<string, string> = { up: "افزایش", down: "کاهش", to: "رسیدن به این سطح" };
const periods: Record<string, string> = { day: "در روز", week: "در هفته", month: "در ماه", year: "در سال" };

/** «بیش از ۳٬۲۹۷ نفر در ماه» */
export function figureText(figure: Pick<Figure, "value" | "max" | "unit" | "qualifier" | "period">): string {
  const value = figure.max === null ? persianExact(figure.value) : `${persianExact(figure.value)} تا ${persianExact(figure.max)}`;
  return [`${qualifiers[figure.qualifier ?? ""] ?? ""}${value}`, figure.unit, figure.period && (periods[figure.period] ?? figure.period)].filter(Boolean).join(" ");
}

export const postText = (post: Pick<Official | Post, "role" | "unit" | "organisation" | "place">): string => [post.role, post.unit, post.organisation, post.place].filter(Boolean).join(" ");

/** One line that says what a fact states. */
export function factText(kind: FactKind, fact: Fact): string {
  switch (kind) {
    case "official": return `${(fact as Official).name}، ${postText(fact as Official)}`;
    case "statement": return `${(fact as Statement).speaker ?? "بی‌نام"} ${(fact as Statement).verb ?? "گفت"}: ${(fact as Statement).text}`;
    case "figure": return [figureText(fact as Figure), (fact as Figure).counted].filter(Boolean).join(" · ");
    case "pledge": return `${(fact as Pledge).actor}: ${(fact as Pledge).action}`;
  }
}

type Field = [name: string, value: string | null | undefined, href?: string];

/** The structured fact, field by field, those without a value left out. */
export function factFields(kind: FactKind, fact: Fact): Field[] {
  const person = (name: string | null): string | undefined => (name ? `/officials/${encodeURIComponent(name)}` : undefined);
  const rows = (): Field[] => {
    switch (kind) {
      case "official": {
        const official = fact as Official;
        return [["نام", official.name, person(official.name)], ["سمت", official.role], ["بخش", official.unit], ["نهاد", official.organisation], [placeKinds[official.placeKind ?? ""] ?? "جای", official.place]];
      }
      case "statement": {
        const statement = fact as Statement;
        return [["گوینده", statement.speaker, person(statement.speaker)], ["فعل", statement.verb], ["گونه", statementKinds[statement.kind] ?? statement.kind]];
      }
      case "figure": {
        const figure = fact as Figure;
        return [
          ["مقدار", figureText(figure)], ["از چه", figure.counted], ["گونه", figureKinds[figure.kind] ?? figure.kind], ["دگرگونی", figure.change && (changeNames[figure.change] ?? figure.change)],
          ["به ریال", figure.rials === null ? null : persianNumber(figure.rials)], ["گوینده", figure.speaker, person(figure.speaker)], ["جای", figure.place],
          ["برای", figure.validFrom && [isoText(figure.validFrom), figure.validTo && figure.validTo !== figure.validFrom && isoText(figure.validTo)].filter(Boolean).join(" تا ")], ["سنجش", figure.check && checkText(figure.check)],
        ];
      }
      case "pledge": {
        const pledge = fact as Pledge;
        return [
          ["کننده", pledge.actor], ["کار", pledge.action], ["گوینده", pledge.speaker, person(pledge.speaker)], ["استواری", strengths[pledge.strength] ?? pledge.strength], ["مهلت در متن", pledge.deadline && persianDigits(pledge.deadline)],
          ["سررسید", pledge.due && isoText(pledge.due)], ["اندازه", pledge.amounts.map(({ value, unit }) => `${persianNumber(value)} ${unit}`).join("، ")], ["جای", pledge.place], ["بهره‌مند", pledge.beneficiary], ["شرط", pledge.condition],
        ];
      }
    }
  };
  return rows().filter(([, value]) => Boolean(value));
}

export const dayText = (jalali: string | null): string => (jalali ? jalaliText(jalali) : "بی‌تاریخ");
