import type { Span } from "../api";

/** A text with some of its ranges marked. */
export function Highlighted(props: { text: string; spans: Span[] }) {
  const parts = [];
  let at = 0;
  for (const span of [...props.spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    if (span.start > at) parts.push(props.text.slice(at, span.start));
    parts.push(<mark>{props.text.slice(span.start, span.end)}</mark>);
    at = span.end;
  }
  parts.push(props.text.slice(at));
  return <>{parts}</>;
}
