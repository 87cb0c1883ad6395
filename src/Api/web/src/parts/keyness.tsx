import type { Keyness, KeynessKind } from "../api/types";
import { persianNumber, persianPercent } from "../persian/digits";
import { Link } from "../router";
import { topicText } from "./labels";

const searches: Record<KeynessKind, (name: string) => string> = {
  terms: (name) => `/?q=${encodeURIComponent(name)}`, officials: (name) => `/officials/${encodeURIComponent(name)}`, bodies: (name) => `/?q=${encodeURIComponent(`"${name}"`)}`,
  places: (name) => `/?place=${encodeURIComponent(name)}`, topics: (name) => `/?topic=${encodeURIComponent(name)}`,
};

/** Names by how much more they stand on one side, each with its share on both. */
export function KeynessList(props: { kind: KeynessKind; items: Keyness[]; a: string; b: string }) {
  const most = Math.max(...props.items.flatMap(({ shareA, shareB }) => [shareA, shareB]), 1e-9);
  return (
    <>
      {props.items.some(({ significant }) => !significant) && <p class="hint">نام‌های کم‌رنگ در آزمون روشن نیستند و می‌توانند تصادفی باشند.</p>}
      <ol class="keyness">{props.items.map((item) => (
        <li key={item.name} title={item.fa} class={item.significant ? undefined : "unclear"}>
          <Link href={searches[props.kind](item.name)}>{props.kind === "topics" ? topicText(item.name) : item.name}</Link>
          <span class="meta number">{persianPercent(item.shareA)} ← {persianPercent(item.shareB)}{` · ${persianNumber(item.outlets)} رسانه`}</span>
          <span class="bars" aria-hidden="true"><i class="a" style={{ inlineSize: `${(item.shareA / most) * 100}%` }} /><i class="b" style={{ inlineSize: `${(item.shareB / most) * 100}%` }} /></span>
          <span class="unseen">{item.fa}{!item.significant && "؛ می‌تواند تصادفی باشد"}</span>
        </li>
      ))}</ol>
    </>
  );
}
