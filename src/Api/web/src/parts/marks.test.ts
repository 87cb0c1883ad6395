import { describe, expect, it } from "vitest";
import { type Marked, pieces } from "./marks";

const fact = (kind: Marked["kind"], start: number, end: number): Marked => ({
  kind,
  fact: { id: `${kind}${start}`, start, end, sentence: "", rule: "", confidence: 1, articleId: "", url: "", outlet: null, published: null, publishedJalali: null, verdict: null } as Marked["fact"],
});

describe("pieces", () => {
  it("loses no character and nests what overlaps", () => {
    const text = "وی گفت: ۳۲ نفر آمدند";
    const cut = pieces(text, 0, text.length, [fact("statement", 8, text.length), fact("figure", 8, 14)]);
    expect(cut.map((piece) => piece.text).join("")).toBe(text);
    expect(cut.map((piece) => piece.facts.map(({ kind }) => kind))).toEqual([[], ["statement", "figure"], ["statement"]]);
  });

  it("cuts a fact that runs over the block", () => {
    const cut = pieces("الف\nب", 0, 3, [fact("statement", 1, 5)]);
    expect(cut).toEqual([{ text: "ا", facts: [] }, { text: "لف", facts: [fact("statement", 1, 5)] }]);
  });
});
