const digits = "۰۱۲۳۴۵۶۷۸۹";
const months = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/** Digits as Persian readers see them; copies and exports keep Latin ones. */
export const persianDigits = (text: string): string => text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);

/** A number with Persian digits and thousands marks. */
export const persianNumber = (value: number): string => {
  const [whole = "0", fraction] = String(value).includes("e") ? [value.toFixed(0)] : String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, "٬");
  return persianDigits(fraction ? `${grouped}٫${fraction}` : grouped);
};

/** A share as a percentage with one decimal. */
export const persianPercent = (share: number): string => `${persianNumber(Math.round(share * 1000) / 10)}٪`;

/** «۱۰ مرداد ۱۴۰۲» of «1402-05-10», «مرداد ۱۴۰۲» of «1402-05». */
export const jalaliText = (jalali: string): string => {
  const [year = "", month, day] = jalali.split("-");
  const name = month ? months[Number(month) - 1] : undefined;
  return persianDigits([day && String(Number(day)), name, year].filter(Boolean).join(" "));
};
