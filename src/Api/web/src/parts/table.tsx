import type { ComponentChildren } from "preact";

export interface Column<T> { title: string; cell: (row: T) => ComponentChildren; number?: boolean; head?: boolean }

/** A table that scrolls within itself where the screen is narrow. */
export function Table<T>(props: { caption: string; columns: Column<T>[]; rows: readonly T[]; rowKey: (row: T) => string; hideCaption?: boolean }) {
  return (
    <div class="table" tabIndex={0} role="region" aria-label={props.caption}>
      <table>
        <caption class={props.hideCaption ? "unseen" : undefined}>{props.caption}</caption>
        <thead><tr>{props.columns.map(({ title, number }) => <th key={title} scope="col" class={number ? "number" : undefined}>{title}</th>)}</tr></thead>
        <tbody>{props.rows.map((row) => (
          <tr key={props.rowKey(row)}>{props.columns.map(({ title, cell, number, head }) => head
            ? <th key={title} scope="row">{cell(row)}</th>
            : <td key={title} class={number ? "number" : undefined}>{cell(row)}</td>)}</tr>
        ))}</tbody>
      </table>
    </div>
  );
}
