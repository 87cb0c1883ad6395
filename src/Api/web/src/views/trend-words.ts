export const grains: [value: string, name: string][] = [["day", "روز"], ["week", "هفته"], ["month", "ماه"], ["season", "فصل"], ["year", "سال"]];
export const measures: [value: string, name: string][] = [["articles", "خبر"], ["clusters", "رویداد خبری (رونوشت‌ها یک‌بار)"], ["outlets", "رسانه"], ["statements", "گفته"], ["figures", "رقم"], ["pledges", "وعده"]];
