import { useState } from "preact/hooks";
import { ApiProblem, change } from "../api/client";
import type { FactPage, Quality, Review } from "../api/types";
import { useApi } from "../api/use";
import { Head } from "../parts/head";
import { factKinds } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { Pager } from "../parts/pager";
import { Table } from "../parts/table";
import { verbatim } from "../persian/copy";
import { persianNumber, persianRounded } from "../persian/digits";
import { instantText } from "../persian/jalali";
import { Link, address, articleAddress } from "../router";
import type { ViewProps } from "../views";

const plurals: Record<string, string> = { officials: "مسئولان", statements: "گفته‌ها", figures: "رقم‌ها", pledges: "وعده‌ها" };
const fieldNames: Record<string, string> = { post: "سمت", speaker: "گوینده", kind: "گونه", counted: "آنچه شمرده شده", qualifier: "قید", change: "دگرگونی", period: "دوره", detail: "جزئیات", due: "سررسید", "due given": "سررسید آنجا که متن مهلت دارد", "confidence agrees": "همخوانی اطمینان با درستی", calibration: "همخوانی اطمینان با درستی" };
const names: Record<string, string> = factKinds;
const parts: [part: string, name: string][] = [["held-out", "نادیده"], ["dev", "دیده"], ["visible", "راهنما"]];
const statuses: [status: string, name: string][] = [["queued", "در نوبت"], ["effective", "پذیرفته"], ["dismissed", "ردشده"]];

/** How good the facts are, as measured, and what readers said of single ones. */
export function QualityView({ query }: ViewProps) {
  const quality = useApi<Quality>("/api/quality");
  return (
    <div class="stack-wide">
      <Head title="کیفیت و بازبینی" about="F1 میانگین هماهنگ دقت و بازیابی است: ۱ یعنی هر چه در متن‌های داوری‌شده هست درست یافته شده و چیزی افزون بر آن نه." />
      <Loaded answer={quality} rows={2}>{(found) => (
        <>
          <section class="stack">
            <h2>درستی داده‌ها</h2>
            <p class="soft">{found.note}</p>
            <FactScores found={found} />
            <p class="meta">«نادیده»: متن‌هایی که هنگام نوشتن قاعده‌ها خوانده نشده‌اند؛ این ستون را باور کنید. از <code>{found.source}</code></p>
          </section>
          {found.others.length > 0 && <details><summary class="strong">سنجش‌های دیگر ({persianNumber(found.others.length)})</summary><Table caption="سنجش‌های دیگر" hideCaption rows={found.others} rowKey={({ section, name }) => section + name} columns={[
            { title: "بخش", head: true, cell: ({ section }) => <span class="ltr">{section}</span> }, { title: "سنجه", cell: ({ name }) => <span class="ltr">{name}</span> }, { title: "مقدار", number: true, cell: ({ value }) => persianRounded(value, 3) },
          ]} /></details>}
          {found.reviews.length > 0 && <section class="stack"><h2>داوری خوانندگان</h2><Table caption="داوری به گونه" hideCaption rows={found.reviews} rowKey={({ kind }) => kind} columns={[
            { title: "داده", head: true, cell: ({ kind }) => names[kind] ?? kind }, { title: "درست", number: true, cell: ({ right }) => persianNumber(right) }, { title: "نادرست", number: true, cell: ({ wrong }) => persianNumber(wrong) },
          ]} /></section>}
        </>
      )}</Loaded>
      <Reviews query={query} />
    </div>
  );
}

function FactScores({ found }: { found: Quality }) {
  const rows = [...new Set(found.facts.map(({ kind, field }) => `${kind}.${field ?? ""}`))];
  const score = (row: string, part: string) => found.facts.find((one) => `${one.kind}.${one.field ?? ""}` === row && one.part === part)?.f1;
  const name = (row: string) => { const [, kind = "", field = ""] = /^(\w+)[. ]?(.*)$/.exec(row.replace(/\.$/, "")) ?? []; return field ? <span class="soft">{plurals[kind] ?? kind}: {fieldNames[field] ?? field}</span> : <strong>{plurals[kind] ?? kind}</strong>; };
  return <Table caption="F1 به داده و بخش آزمون" hideCaption rows={rows} rowKey={(row) => row} columns={[
    { title: "داده", head: true, cell: name },
    ...parts.filter(([part]) => found.facts.some((one) => one.part === part)).map(([part, title]) => ({ title, cell: (row: string) => <Bar value={score(row, part)} /> })),
  ]} />;
}

const Bar = ({ value }: { value: number | undefined }) => value === undefined ? <>—</> : (
  <span class="meterbar"><span class="number">{persianRounded(value, 3)}</span><span class="track" aria-hidden="true"><i class={value < 0.8 ? "low" : undefined} style={{ inlineSize: `${value * 100}%` }} /></span></span>
);

function Reviews({ query }: { query: URLSearchParams }) {
  const status = query.get("status") ?? "queued";
  const reviews = useApi<FactPage<Review>>("/api/reviews", { status, cursor: query.get("cursor") ?? undefined });
  return (
    <section class="stack" aria-label="گزارش‌های خوانندگان">
      <div class="row apart"><h2>گزارش‌های خوانندگان</h2><nav class="switch" aria-label="وضع گزارش">{statuses.map(([value, name]) => <Link key={value} href={address("/quality", query, { status: value === "queued" ? "" : value })} current={status === value}>{name}</Link>)}</nav></div>
      <Loaded answer={reviews} lines rows={2}>{(found) => found.total === 0
        ? <State icon="quality" title="گزارشی نیست" little><p>در صفحهٔ هر خبر می‌توان گفت داده‌ای درست یا نادرست است.</p></State>
        : <><ol class="facts">{found.items.map((review) => <ReviewLine key={review.id} review={review} />)}</ol><Pager path="/quality" query={query} next={found.nextCursor} what="گزارش‌های" /></>}</Loaded>
    </section>
  );
}

function ReviewLine({ review }: { review: Review }) {
  const [now, setNow] = useState(review);
  const [problem, setProblem] = useState<string | null>(null);
  const rule = async (act: "accept" | "dismiss") => {
    try {
      setNow({ ...now, ...(await change<Review>("POST", `/api/reviews/${encodeURIComponent(review.id)}/${act}`)) });
      setProblem(null);
    } catch (failure) {
      setProblem(failure instanceof ApiProblem ? failure.message : String(failure));
    }
  };
  return (
    <li class={`fact-line is-${now.factKind}`}>
      <p class="meta"><span class={`badge is-${now.factKind}`}>{factKinds[now.factKind]}</span><span class={now.verdict === "right" ? "badge good" : "badge danger"}>{now.verdict === "right" ? "درست است" : "نادرست است"}</span><span>{now.by ?? "بی‌نام"}</span><span>{instantText(now.at)}</span><Link href={articleAddress(now.articleId, now.factId)}>در متن</Link></p>
      {now.fact?.sentence ? <blockquote {...verbatim}>{now.fact.sentence}</blockquote> : <p class="soft">استخراج کنونی این داده را دیگر نمی‌یابد.</p>}
      {now.note && <p>یادداشت: {now.note}</p>}
      <p class="row">
        {now.status !== "effective" && <button type="button" class="button little" onClick={() => rule("accept")}>پذیرفتن</button>}
        {now.status !== "dismissed" && <button type="button" class="button little" onClick={() => rule("dismiss")}>رد کردن</button>}
        <span class="meta">{statuses.find(([value]) => value === now.status)?.[1]}</span>
      </p>
      {problem && <p class="wrong" role="alert">{problem}</p>}
    </li>
  );
}
