import { useMemo, useRef, useState } from "preact/hooks";
import type { Article } from "../api/types";
import { verbatim } from "../persian/copy";
import { factFields, factKinds, factText } from "./labels";
import { type Marked, type Piece, pieces } from "./marks";

interface Hovered { facts: Marked[]; left: number; top: number; above: boolean }

/** The text of an article with its facts marked; a mark under the pointer or the focus shows what it states. */
export function MarkedText(props: { article: Article; facts: Marked[]; chosen: string | null; choose: (id: string) => void }) {
  const { article, facts, chosen, choose } = props;
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => {
    let start = 0;
    return [article.title, ...article.paragraphs].filter((text): text is string => text !== null).map((text) => {
      const block = { start, end: start + text.length };
      start = block.end + 1;
      return pieces(article.text, block.start, block.end, facts);
    });
  }, [article, facts]);
  const show = (element: HTMLElement, facts: Marked[]) => {
    const [at, around] = [element.getBoundingClientRect(), box.current!.getBoundingClientRect()];
    const width = Math.min(320, around.width);
    const left = Math.max(0, Math.min(around.width - width, at.left + at.width / 2 - around.left - width / 2));
    const above = at.bottom + 220 > innerHeight;
    setHovered({ facts, left, top: above ? at.top - around.top - 6 : at.bottom - around.top + 6, above });
  };
  const firsts = new Set<string>();
  const part = (piece: Piece, index: number) => {
    const inner = piece.facts.at(-1);
    if (!inner) return piece.text;
    // Only the first piece of a fact is a stop for the keyboard, so that Tab visits each fact once.
    const stop = !firsts.has(inner.fact.id);
    firsts.add(inner.fact.id);
    const names = piece.facts.map(({ kind }) => `is-${kind}`).join(" ");
    return (
      <span key={index} class={`fact ${names}${piece.facts.some(({ fact }) => fact.id === chosen) ? " chosen" : ""}`} data-facts={piece.facts.map(({ fact }) => fact.id).join(" ")}
        role={stop ? "button" : undefined} tabIndex={stop ? 0 : undefined} aria-label={stop ? `${piece.text} (${factKinds[inner.kind]}: ${factText(inner.kind, inner.fact)})` : undefined}
        onClick={() => choose(inner.fact.id)} onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(inner.fact.id); }
          if (event.key === "Escape") setHovered(null);
        }}
        onMouseEnter={(event) => show(event.currentTarget, piece.facts)} onMouseLeave={() => setHovered(null)} onFocus={(event) => show(event.currentTarget, piece.facts)} onBlur={() => setHovered(null)}>{piece.text}</span>
    );
  };
  const [title, ...body] = blocks;
  return (
    <div class="marked" ref={box} {...verbatim}>
      {title && <h1>{title.map(part)}</h1>}
      {body.map((block, index) => <p key={index}>{block.map(part)}</p>)}
      {hovered && (
        <div class={hovered.above ? "peek above" : "peek"} role="tooltip" style={{ left: `${hovered.left}px`, top: `${hovered.top}px` }}>
          {[...hovered.facts].reverse().slice(0, 3).map(({ kind, fact }) => (
            <div key={fact.id}>
              <span class={`badge is-${kind}`}>{factKinds[kind]}</span>
              <dl class="pairs">{factFields(kind, fact).slice(0, 5).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
