import type { Article, Fact, FactKind } from "../api/types";

/** A fact with its kind, ready to be marked in the text. */
export interface Marked { kind: FactKind; fact: Fact }

/** A stretch of text and all the facts it belongs to, the widest first. */
export interface Piece { text: string; facts: Marked[] }

/** All facts of an article. */
export const allFacts = (article: Pick<Article, "statements" | "pledges" | "officials" | "figures">): Marked[] => [
  ...article.statements.map((fact): Marked => ({ kind: "statement", fact })),
  ...article.pledges.map((fact): Marked => ({ kind: "pledge", fact })),
  ...article.officials.map((fact): Marked => ({ kind: "official", fact })),
  ...article.figures.map((fact): Marked => ({ kind: "figure", fact })),
];

/** Cuts [start, end) of a text at every border of a fact, so that overlapping facts can all be shown. */
export function pieces(text: string, start: number, end: number, facts: Marked[]): Piece[] {
  const inside = facts.filter(({ fact }) => fact.start < end && fact.end > start);
  const borders = new Set([start, end]);
  for (const { fact } of inside) {
    if (fact.start > start) borders.add(fact.start);
    if (fact.end < end) borders.add(fact.end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? start;
    const over = inside.filter(({ fact }) => fact.start <= from && fact.end >= to);
    over.sort((a, b) => b.fact.end - b.fact.start - (a.fact.end - a.fact.start));
    return { text: text.slice(from, to), facts: over };
  });
}
