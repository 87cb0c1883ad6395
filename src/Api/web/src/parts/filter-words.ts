import type { Words } from "../api/client";

/** The filter words that searches, lists, trends and exports share. */
export const filterWords = ["q", "province", "outlet", "topic", "place", "official", "speaker", "kind", "from", "to"] as const;

export type FilterWord = (typeof filterWords)[number];

export const filterNames: Record<FilterWord, string> = {
  q: "واژه‌ها", province: "استان", outlet: "رسانه", topic: "موضوع", place: "شهر یا شهرستان", official: "مسئول", speaker: "گوینده", kind: "گونه", from: "از روز", to: "تا روز",
};

/** What the page calls fields of requests. A query shows for itself where it is wrong. */
export const fieldNames: Record<string, string> = {
  ...filterNames, q: "", grain: "گام", measure: "چه بشماریم", unit: "یکا", counted: "از چه", dueFrom: "سررسید از", dueTo: "سررسید تا", name: "نام", days: "روزها", webhook: "نشانی وب", email: "ای‌میل", note: "یادداشت",
};

/** The words of an address that the API takes as they are, with those of the view beside them. */
export function apiWords(query: URLSearchParams, ...more: string[]): Words {
  const words: Words = {};
  for (const name of [...filterWords, ...more]) {
    const all = query.getAll(name).filter(Boolean);
    if (all.length > 0) words[name] = all.length === 1 ? all[0] : all;
  }
  return words;
}
