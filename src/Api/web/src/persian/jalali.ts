import { latinDigits, persianDigits } from "./digits";

/** A day of the Jalali calendar; months and days count from 1. */
export interface JalaliDay { year: number; month: number; day: number }

export const months = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"] as const;

/** Days of the week from Saturday. */
export const weekdays = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"] as const;

// Days from 1 Farvardin 1 to 1 January 1970.
const unixEpoch = 492_268;

/** Whether a year has 366 days, by the 33-year cycle, which holds for 1178 to 1633. */
export const isLeap = (year: number): boolean => (25 * year + 11) % 33 < 8;

/** The length of a month. */
export const monthLength = (year: number, month: number): number => (month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29);

const daysBeforeYear = (year: number): number => 365 * (year - 1) + Math.floor((8 * year + 21) / 33);

/** Days since 1970-01-01. */
export const epochDay = ({ year, month, day }: JalaliDay): number =>
  daysBeforeYear(year) + (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6) + day - 1 - unixEpoch;

/** The Jalali day so many days after 1970-01-01. */
export function fromEpochDay(number: number): JalaliDay {
  let year = Math.floor((number + unixEpoch) / 365.2422) + 1;
  while (epochDay({ year, month: 1, day: 1 }) > number) year--;
  while (epochDay({ year: year + 1, month: 1, day: 1 }) <= number) year++;
  const rest = number - epochDay({ year, month: 1, day: 1 });
  const month = rest < 186 ? Math.floor(rest / 31) + 1 : Math.floor((rest - 186) / 30) + 7;
  return { year, month, day: number - epochDay({ year, month, day: 1 }) + 1 };
}

/** 0 for Saturday to 6 for Friday. */
export const weekday = (day: JalaliDay): number => (((epochDay(day) + 5) % 7) + 7) % 7;

/** ISO Gregorian «2023-08-01» of a Jalali day. */
export const toIso = (day: JalaliDay): string => new Date(epochDay(day) * 86_400_000).toISOString().slice(0, 10);

/** The Jalali day of an ISO Gregorian day. */
export const fromIso = (iso: string): JalaliDay => fromEpochDay(Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000));

/** Today in Tehran, which has kept UTC+03:30 all year since 1401. */
export const today = (): JalaliDay => fromEpochDay(Math.floor((Date.now() + 12_600_000) / 86_400_000));

const pad = (number: number): string => String(number).padStart(2, "0");

/** «1402-05-10». */
export const written = ({ year, month, day }: JalaliDay): string => `${year}-${pad(month)}-${pad(day)}`;

/** «1402-05». */
export const writtenMonth = (year: number, month: number): string => `${year}-${pad(month)}`;

/** Reads «1402», «۱۴۰۲/۵» or «1402-05-10» as the API writes them; null where it is no such day. */
export function readDay(text: string): string | null {
  const found = /^(1[0-9]{3})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(latinDigits(text.trim()));
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), found[2] && Number(found[2]), found[3] && Number(found[3])];
  if (month !== undefined && month !== "" && (month < 1 || month > 12)) return null;
  if (month && day && (day < 1 || day > monthLength(year, month))) return null;
  return [String(year), month && pad(month), day && pad(day)].filter(Boolean).join("-");
}

/** «۱۰ مرداد ۱۴۰۲» of «1402-05-10», «مرداد ۱۴۰۲» of «1402-05»; what is no such day as it is written. */
export const jalaliText = (jalali: string): string => {
  const [year = "", month, day, ...more] = jalali.split("-");
  const name = month ? months[Number(month) - 1] : undefined;
  if ((month !== undefined && !name) || more.length > 0) return persianDigits(jalali);
  return persianDigits([day && String(Number(day)), name, year].filter(Boolean).join(" "));
};

/** An ISO Gregorian day as Persian readers see it. */
export const isoText = (iso: string): string => jalaliText(written(fromIso(iso)));

/** An instant as a Tehran day and hour. */
export function instantText(iso: string): string {
  const tehran = new Date(Date.parse(iso) + 12_600_000).toISOString();
  return `${isoText(tehran.slice(0, 10))}، ${persianDigits(tehran.slice(11, 16))}`;
}

/** All months from one to another, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const all: string[] = [];
  let [year = 0, month = 0] = first.split("-").map(Number);
  while (all.length < 2400 && writtenMonth(year, month) <= last) {
    all.push(writtenMonth(year, month));
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return all;
}
