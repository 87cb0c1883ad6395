import type { Contradiction, FigurePoint, FigureTrend } from "../api/types";
import { useApi } from "../api/use";
import { Chart } from "../parts/chart";
import { apiWords } from "../parts/filter-words";
import { Choice, Typed } from "../parts/filters";
import { FindingText } from "../parts/finding";
import { dayText, figureKinds } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { type Column, Table } from "../parts/table";
import { verbatim } from "../persian/copy";
import { persianNumber, persianPercent, persianRounded, persianShort } from "../persian/digits";
import { Link, address, articleAddress, go } from "../router";
import { grains } from "./trend-words";

/** One measured thing over time: medians with their spread between outlets, and where sources contradict each other. */
export function FigureSeriesView({ query }: { query: URLSearchParams }) {
  const [counted, unit, kind] = [query.get("counted") ?? "", query.get("unit") ?? "", query.get("kind") ?? ""];
  const asked = Boolean(counted || unit || kind);
  const trend = useApi<FigureTrend>(asked ? "/api/trends/figures" : null, apiWords(query, "counted", "unit", "grain", "change"));
  const set = (name: string) => (value: string) => go(address("/figures", query, { [name]: value }));
  return (
    <div class="stack">
      <div class="filters"><div class="fields">
        <Typed label="از چه (واژه‌ها)" value={counted} set={set("counted")} placeholder="مانند: مددجو" />
        <Typed label="یکا" value={unit} set={set("unit")} placeholder="مانند: نفر، ریال، درصد" />
        <Choice label="گونه" value={kind} set={set("kind")} options={Object.entries(figureKinds)} />
        <Choice label="گام زمان" value={query.get("grain") ?? "month"} none={null} set={set("grain")} options={grains} />
        <Choice label="دگرگونی" value={query.get("change") ?? ""} none="تنها سطح‌ها" set={set("change")} options={[["any", "همه"], ["up", "افزایش‌ها"], ["down", "کاهش‌ها"]]} />
      </div></div>
      {!asked ? <State icon="trend" title="یک رقم برگزینید"><p>بنویسید چه چیز شمرده شده، یا در <Link href={address("/figures", query, { as: "" })}>جدول</Link> روی نام آن بزنید.</p></State>
        : <Loaded answer={trend}>{(found) => <Series found={found} query={query} />}</Loaded>}
    </div>
  );
}

function Series({ found, query }: { found: FigureTrend; query: URLSearchParams }) {
  if (found.total === 0) return <State icon="number" title="چنین رقمی نیست"><p>واژه‌های کمتر بنویسید یا یکا را بردارید.</p></State>;
  const title = found.counted ? [found.counted, found.unit && `به ${found.unit}`].filter(Boolean).join("، ") : `رقم‌ها به «${found.unit}»`;
  return (
    <div class="stack-wide">
      <section class="panel">
        <h2>{title}</h2>
        <p class="meta">{found.denominatorFa}</p>
        <Chart label={`میانهٔ ${title} در زمان`} ticks={found.points.map((point) => point.label)} format={persianShort}
          series={[{ name: "میانه", values: found.points.map((point) => point.median) }]} band={{ low: found.points.map((point) => point.min), high: found.points.map((point) => point.max), name: "کمترین تا بیشترین" }} />
        <FindingText finding={found.trend} />
        <details><summary>جدول داده</summary><Table caption={title} hideCaption columns={columns} rows={found.points.filter((point) => point.count > 0)} rowKey={(point) => point.period} /></details>
        {found.otherUnits.length > 0 && <p class="meta">یکاهای دیگر: {found.otherUnits.slice(0, 8).map((other) => <><Link key={other.unit} href={address("/figures", query, { unit: other.unit })}>{other.unit}</Link> ({persianNumber(other.count)}) </>)}</p>}
      </section>
      <section aria-label="ناهمخوانی‌ها" class="stack">
        <h2>ناهمخوانی میان منبع‌ها</h2>
        {found.contradictions.length === 0 ? <p class="soft">برای یک جای و یک زمان، دو رقم ناهمخوان یافت نشد.</p> : <ol class="facts">{found.contradictions.map((one, index) => <Disagreement key={index} found={one} />)}</ol>}
      </section>
    </div>
  );
}

const columns: Column<FigurePoint>[] = [
  { title: "دوره", head: true, cell: (point) => point.label },
  { title: "رقم", number: true, cell: (point) => persianNumber(point.count) },
  { title: "میانه", number: true, cell: (point) => (point.median === null ? "—" : persianNumber(point.median)) },
  { title: "کمترین", number: true, cell: (point) => (point.min === null ? "—" : persianNumber(point.min)) },
  { title: "بیشترین", number: true, cell: (point) => (point.max === null ? "—" : persianNumber(point.max)) },
  { title: "رسانه", number: true, cell: (point) => persianNumber(point.outlets) },
  { title: "پراکندگی میان رسانه‌ها", number: true, cell: (point) => (point.spread === null ? "—" : persianPercent(point.spread)) },
];

function Disagreement({ found }: { found: Contradiction }) {
  return (
    <li class="fact-line is-figure">
      <p class="strong">{found.fa}</p>
      <p class="meta"><span>{persianShort(found.min)} تا {persianShort(found.max)} {found.unit}</span><span>{persianRounded(found.ratio)} برابر</span></p>
      <ul class="values">{found.values.map((value) => (
        <li key={value.figureId}><span class="number strong">{persianNumber(value.value)}</span> <span {...verbatim}>{value.sentence}</span> <Link class="source" href={articleAddress(value.articleId, value.figureId)}>{[value.speaker, value.outlet, dayText(value.publishedJalali)].filter(Boolean).join(" · ")}</Link></li>
      ))}</ul>
    </li>
  );
}
