import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

export interface Column<T> { title: string; cell: (row: T) => ComponentChildren; number?: boolean; head?: boolean }

/** A table that scrolls within itself where the screen is narrow, and stands as a card a row on a phone. */
export function Table<T>(props: { caption: string; columns: Column<T>[]; rows: readonly T[]; rowKey: (row: T) => string; hideCaption?: boolean }) {
  return (
    <Scroll class="cards" label={props.caption}>
      {/* Roles are told, since a table that stands as cards is none to a browser. */}
      <table role="table">
        <caption class={props.hideCaption ? "unseen" : undefined}>{props.caption}</caption>
        <thead role="rowgroup"><tr role="row">{props.columns.map(({ title, number }) => <th key={title} role="columnheader" scope="col" class={number ? "number" : undefined}>{title}</th>)}</tr></thead>
        <tbody role="rowgroup">{props.rows.map((row) => (
          <tr key={props.rowKey(row)} role="row">{props.columns.map(({ title, cell, number, head }) => head
            ? <th key={title} role="rowheader" scope="row">{cell(row)}</th>
            : <Cell key={title} title={title} number={number}>{cell(row)}</Cell>)}</tr>
        ))}</tbody>
      </table>
    </Scroll>
  );
}

/** A cell with its heading for where the row stands as a card; a dash says nothing there. */
const Cell = (props: { title: string; number?: boolean; children: ComponentChildren }) => (
  <td role="cell" data-title={props.title} data-none={props.children === "—" ? "" : undefined} class={props.number ? "number" : undefined}>{props.children}</td>
);

/** What is wider than the screen: scrolls within itself, by keyboard too, and shows at which edges it goes on. */
export function Scroll(props: { class?: string; label: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [edges, setEdges] = useState("");
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const at = box.current!;
    const look = () => {
      // From right to left the position counts down from nought.
      const gone = Math.abs(at.scrollLeft);
      const left = at.scrollWidth - at.clientWidth - gone;
      setWide(at.scrollWidth > at.clientWidth + 1);
      setEdges(`${gone > 1 ? " more-before" : ""}${left > 1 ? " more-after" : ""}`);
    };
    look();
    const seen = new ResizeObserver(look);
    seen.observe(at);
    if (at.firstElementChild) seen.observe(at.firstElementChild);
    at.addEventListener("scroll", look, { passive: true });
    return () => { seen.disconnect(); at.removeEventListener("scroll", look); };
  }, []);
  return (
    <div class={`scroll${edges}`}>
      <div class={`table ${props.class ?? ""}`} ref={box} tabIndex={wide ? 0 : undefined} role={wide ? "region" : undefined} aria-label={wide ? `${props.label}؛ به پهلو پیمودنی` : undefined}>{props.children}</div>
      {wide && <p class="scroll-hint" aria-hidden="true">برای دیدن ستون‌های دیگر به پهلو بکشید</p>}
    </div>
  );
}
