const digits = "۰۱۲۳۴۵۶۷۸۹";

/** Digits as Persian readers see them; copies and exports keep Latin ones. */
export const persianDigits = (text: string): string => text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);

/** Persian and Arabic digits as a machine reads them. */
export const latinDigits = (text: string): string => text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Latin digits and marks for what was written on screen: «۳٬۲۹۷٫۵٪» is «3297.5%». */
export const latinText = (text: string): string =>
  latinDigits(text.replace(/(?<=[۰-۹])٬(?=[۰-۹]{3})/g, "").replace(/(?<=[۰-۹])٫(?=[۰-۹])/g, ".").replace(/(?<=[۰-۹])٪/g, "%").replace(/−(?=[۰-۹])/g, "-"));

/** A number with Persian digits and thousands marks. */
export const persianNumber = (value: number): string => {
  if (!Number.isFinite(value)) return "—";
  const plain = Math.abs(value) >= 1e21 || String(value).includes("e") ? value.toFixed(Math.abs(value) < 1 ? 6 : 0).replace(/\.?0+$/, "") : String(value);
  const [whole = "0", fraction] = plain.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, "٬");
  return persianDigits(`${value < 0 ? "−" : ""}${fraction ? `${grouped}٫${fraction}` : grouped}`);
};

/** A number of at most so many decimals. */
export const persianRounded = (value: number, decimals = 1): string => persianNumber(Math.round(value * 10 ** decimals) / 10 ** decimals);

/** A share as a percentage with one decimal; two where it is under one in a hundred. */
export const persianPercent = (share: number): string => `${persianRounded(share * 100, share !== 0 && Math.abs(share) < 0.01 ? 2 : 1)}٪`;

const scales: [number, string][] = [[1e12, "هزار میلیارد"], [1e9, "میلیارد"], [1e6, "میلیون"], [1e3, "هزار"]];

const scaleOf = (value: number) => scales.find(([size]) => Math.abs(value) >= size);

/** A number as it is, shortened only where nothing is lost: «۱٫۰۶ میلیون» of 1060000, «۱٬۲۳۴٬۵۶۷» of 1234567. */
export const persianExact = (value: number): string => {
  const scale = Math.abs(value) >= 1e6 ? scaleOf(value) : undefined;
  if (!scale) return persianNumber(value);
  const thousandths = (value / scale[0]) * 1000;
  return Math.abs(thousandths - Math.round(thousandths)) < 1e-6 ? `${persianRounded(value / scale[0], 3)} ${scale[1]}` : persianNumber(value);
};

/** «۱٫۵ میلیارد» of 1500000000, rounded, for axes and heads. */
export const persianShort = (value: number): string => {
  const scale = scaleOf(value);
  return scale && Math.abs(value) >= 10_000 ? `${persianRounded(value / scale[0])} ${scale[1]}` : persianRounded(value, 2);
};
