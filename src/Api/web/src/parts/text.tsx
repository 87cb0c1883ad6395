import type { Span } from "../api/types";
import { verbatim } from "../persian/copy";

/** A message whose days and other figures joined by marks keep their order among Persian words: «۱۴۰۲-۰۵-۱۰». */
export const Told = ({ text }: { text: string }) => <>{text.split(/([\d۰-۹]+(?:[-/:][\d۰-۹]+)+)/).map((part, index) => (index % 2 ? <bdi key={index} dir="ltr">{part}</bdi> : part))}</>;

/** A text of the source with some of its ranges marked. */
export function Highlighted(props: { text: string; spans: readonly Span[] }) {
  const parts = [];
  let at = 0;
  for (const span of [...props.spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end <= span.start) continue;
    if (span.start > at) parts.push(props.text.slice(at, span.start));
    parts.push(<mark key={span.start}>{props.text.slice(span.start, span.end)}</mark>);
    at = span.end;
  }
  parts.push(props.text.slice(at));
  return <span {...verbatim}>{parts}</span>;
}
