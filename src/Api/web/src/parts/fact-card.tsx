import { useState } from "preact/hooks";
import type { Fact, FactKind, ReviewOfFact } from "../api/types";
import { verbatim } from "../persian/copy";
import { latinText, persianNumber } from "../persian/digits";
import { Link } from "../router";
import { Flag } from "./flag";
import { Icon } from "./icons";
import { factFields, factKinds, factText } from "./labels";

/** The structured fact in full: its fields, its sentence, why the machine believes it, and what a reader may do with it. */
export function FactCard(props: { kind: FactKind; fact: Fact; review?: ReviewOfFact; close?: () => void }) {
  const { kind, fact } = props;
  return (
    <section class={`fact-card is-${kind}`} aria-label={`${factKinds[kind]} برگزیده`}>
      <div class="row apart">
        <span class={`badge is-${kind}`}>{factKinds[kind]}</span>
        <span class="row">
          <CopyButton kind={kind} fact={fact} />
          {props.close && <button type="button" class="button bare quiet" aria-label="بستن" onClick={props.close}><Icon name="close" /></button>}
        </span>
      </div>
      <dl class="pairs">
        {factFields(kind, fact).map(([name, value, href]) => <div key={name}><dt>{name}</dt><dd>{href ? <Link href={href}>{value}</Link> : value}</dd></div>)}
      </dl>
      <blockquote {...verbatim}>{fact.sentence}</blockquote>
      <details class="why">
        <summary>چرا؟</summary>
        <p>این داده را قاعدهٔ <code>{fact.rule}</code> یافته است. از هر ۱۰۰ داده‌ای که چنین یافته می‌شود، بر پایهٔ متن‌های داوری‌شده، نزدیک به {persianNumber(Math.round(fact.confidence * 100))} تا درست است.</p>
        <meter min={0} max={1} low={0.7} high={0.9} optimum={1} value={fact.confidence} aria-label="اطمینان">{persianNumber(Math.round(fact.confidence * 100))}٪</meter>
        <p class="meta">نویسه‌های {persianNumber(fact.start)} تا {persianNumber(fact.end)} متن · شناسه <code>{fact.id}</code></p>
      </details>
      <Flag key={fact.id} factId={fact.id} review={props.review} />
    </section>
  );
}

/** Puts a fact with its sentence, source and both calendars on the clipboard, ready to be cited. */
function CopyButton(props: { kind: FactKind; fact: Fact }) {
  const [told, setTold] = useState("");
  const { kind, fact } = props;
  const copy = async () => {
    const place = `${location.origin}/articles/${encodeURIComponent(fact.articleId)}?fact=${encodeURIComponent(fact.id)}`;
    const day = fact.publishedJalali ? `${fact.publishedJalali} (${String(fact.published ?? "").slice(0, 10)})` : "";
    const lines = [latinText(factText(kind, fact)), `«${fact.sentence}»`, [fact.outlet, day].filter(Boolean).join("، "), fact.url, place];
    try {
      await navigator.clipboard.writeText(lines.filter(Boolean).join("\n"));
      setTold("رونوشت شد");
    } catch {
      setTold("مرورگر اجازهٔ رونوشت نداد");
    }
    setTimeout(() => setTold(""), 2500);
  };
  return <><span class="small soft" role="status">{told}</span><button type="button" class="button little" onClick={copy}><Icon name="copy" />رونوشت با نشانی</button></>;
}
