import type { TrendPoint, TrendSeries, Trends } from "../api/types";
import { useApi } from "../api/use";
import { Chart } from "../parts/chart";
import { Exports } from "../parts/exports";
import { apiWords } from "../parts/filter-words";
import { Choice, Filters } from "../parts/filters";
import { FindingText } from "../parts/finding";
import { Head } from "../parts/head";
import { Loaded, State } from "../parts/load";
import { Table } from "../parts/table";
import { persianNumber, persianPercent, persianRounded, persianShort } from "../persian/digits";
import { jalaliText } from "../persian/jalali";
import { Link, address, go } from "../router";
import type { ViewProps } from "../views";
import { Emerging } from "./emerging";
import { Together } from "./together";
import { ProvincePicker, QueryPicker } from "./trend-pickers";
import { grains, measures } from "./trend-words";
import { useProvinceTrends } from "./trend-provinces";

const fields = ["province", "outlet", "topic", "place", "official", "speaker", "from", "to"] as const;

interface Named { name: string; series: TrendSeries }

/** How often up to five queries, or one query in up to five provinces, were written about. */
export function TrendsView({ query }: ViewProps) {
  const byProvince = query.get("by") === "province";
  const asked = query.getAll("q").some(Boolean);
  // Without a query a share of everything would be one throughout.
  const share = asked && query.get("value") !== "count";
  const set = (name: string) => (value: string) => go(address("/trends", query, { [name]: value }));
  return (
    <>
      <Head title="روندها" about="شمار یا سهم خبرها در زمان، با آزمون آماری هر روند و فوران. سهم از همهٔ خبرهای همان رسانه‌ها در همان دوره است." />
      <div class="filters">
        <div class="row">
          <nav class="switch" aria-label="سنجیدن">
            <Link href={address("/trends", query, { by: "", p: "" })} current={!byProvince}>چند پرسش</Link>
            <Link href={address("/trends", query, { by: "province", q: query.get("q") ?? "" })} current={byProvince}>چند استان</Link>
          </nav>
          <nav class="switch" aria-label="اندازه">
            {asked && <Link href={address("/trends", query, { value: "" })} current={share}>سهم</Link>}
            <Link href={address("/trends", query, { value: "count" })} current={!share}>شمار</Link>
          </nav>
          <Choice label="گام" value={query.get("grain") ?? "month"} none={null} set={set("grain")} options={grains} />
          <Choice label="چه بشماریم" value={query.get("measure") ?? "articles"} none={null} set={set("measure")} options={measures} />
        </div>
        {byProvince ? <ProvincePicker query={query} /> : <QueryPicker query={query} />}
        <Filters path="/trends" query={query} fields={byProvince ? fields.filter((name) => name !== "province") : fields} search={false}>
          <Exports kind="trends" words={apiWords(query, "grain", "measure", "value")} />
        </Filters>
      </div>
      {byProvince ? <ByProvince query={query} share={share} /> : <ByQuery query={query} share={share} />}
    </>
  );
}

function ByQuery({ query, share }: { query: URLSearchParams; share: boolean }) {
  const trends = useApi<Trends>("/api/trends/terms", { ...apiWords(query, "grain", "measure"), value: share ? "share" : "count" });
  return (
    <Loaded answer={trends} rows={2}>{(found) => (
      <>
        <Shown found={found.series.map((series) => ({ name: series.query ?? "همهٔ خبرها", series }))} share={share} measure={found.measure} />
        {query.getAll("q").length === 0 && <Emerging query={query} />}
        {query.getAll("q").length === 1 && <Together query={query} />}
      </>
    )}</Loaded>
  );
}

function ByProvince({ query, share }: { query: URLSearchParams; share: boolean }) {
  const { found, problem, reading } = useProvinceTrends(query.getAll("p").slice(0, 5), { ...apiWords(query, "grain", "measure"), value: share ? "share" : "count" });
  if (query.getAll("p").length === 0) return <State icon="map" title="استان‌ها را برگزینید"><p>تا پنج استان را از فهرست بالا بیفزایید؛ سهم هر استان از خبرهای خود آن سنجیده می‌شود.</p></State>;
  if (problem) return <State icon="close" title="روند خوانده نشد" failed><p>{problem}</p></State>;
  if (reading && found.length === 0) return <div class="bones" role="status"><p class="unseen">در حال خواندن …</p><span /><span /></div>;
  return <Shown found={found.map(({ province, series }) => ({ name: province, series }))} share={share} measure={query.get("measure") ?? "articles"} />;
}

function Shown({ found, share, measure }: { found: Named[]; share: boolean; measure: string }) {
  const periods = periodsOf(found);
  if (periods.length === 0) return <State icon="trend" title="خبری در این بازه نیست"><p>بازه یا پالایش را گسترده‌تر کنید.</p></State>;
  const at = new Map(found.map(({ name, series }) => [name, new Map(series.points.map((point) => [point.period, point]))]));
  const value = (point: TrendPoint | undefined): number | null => (point === undefined ? null : share ? point.share : point.count);
  const format = share ? persianPercent : persianShort;
  const unit = measures.find(([word]) => word === measure)?.[1] ?? "خبر";
  const cell = (point: TrendPoint | undefined) => (point?.count == null ? "—" : <>{persianNumber(point.count)}{point.share !== null && <span class="soft small"> ({persianPercent(point.share)})</span>}{point.burst > 0 && <span class="badge is-pledge">فوران</span>}</>);
  return (
    <div class="stack-wide">
      <section class="panel">
        <h2>{share ? `سهم ${unit}` : `شمار ${unit}`}</h2>
        <Chart label={`${share ? "سهم" : "شمار"} ${unit} برای ${found.map(({ name }) => name).join("، ")}`} ticks={periods.map(({ label }) => label)} format={format} whole={!share}
          series={found.map(({ name }) => ({ name, values: periods.map(({ period }) => value(at.get(name)?.get(period))), marked: periods.map(({ period }) => (at.get(name)?.get(period)?.burst ?? 0) > 0) }))} />
        <p class="meta">{found[0]?.series.denominatorFa}، نه صفر.</p>
        <details><summary>جدول داده</summary>
          <Table caption="روند به دوره" hideCaption rows={[...periods].reverse()} rowKey={({ period }) => period} columns={[
            { title: "دوره", head: true, cell: ({ label }) => label },
            ...found.map(({ name }) => ({ title: name, number: true, cell: ({ period }: TrendPoint) => cell(at.get(name)?.get(period)) })),
            ...(found.length === 1 ? [{ title: "همهٔ خبرها", number: true, cell: (point: TrendPoint) => persianNumber(point.output) }] : []),
          ]} />
        </details>
      </section>
      <div class="grid">{found.map(({ name, series }) => <Tests key={name} name={name} series={series} share={share} />)}</div>
    </div>
  );
}

/** Every period that any series has, in order. */
function periodsOf(found: Named[]): TrendPoint[] {
  const all = new Map<string, TrendPoint>();
  for (const { series } of found) for (const point of series.points) if (!all.has(point.period)) all.set(point.period, point);
  return [...all.values()].sort((a, b) => a.from.localeCompare(b.from));
}

function Tests({ name, series, share }: { name: string; series: TrendSeries; share: boolean }) {
  const level = (value: number | null) => (value === null ? "—" : share ? persianPercent(value) : persianRounded(value));
  return (
    <section class="panel">
      <h2>{name} <span class="meta">{persianNumber(series.total)} از {persianNumber(series.outputTotal)}</span></h2>
      <FindingText finding={series.trend} title="روند" />
      <FindingText finding={series.changePoint} title="دگرگونی سطح" />
      {series.changePoint.verdict === "change" && <p class="meta">پیش از آن {level(series.changePoint.before)}، پس از آن {level(series.changePoint.after)}</p>}
      <FindingText finding={series.bursts.finding} title="فوران‌ها" />
      {series.bursts.items.length > 0 && <ol class="lines">{series.bursts.items.slice(0, 5).map((burst) => <li key={burst.fromJalali}><span class="badge is-pledge">{jalaliText(burst.fromJalali)} تا {jalaliText(burst.toJalali)}</span> {burst.fa}</li>)}</ol>}
      {series.spikes.items.length > 0 && <details><summary>روزهای ناگهانی ({persianNumber(series.spikes.items.length)})</summary><ol class="lines">{series.spikes.items.map((spike) => <li key={spike.dayJalali}><Link href={`/?${new URLSearchParams({ q: series.query ?? "", from: spike.dayJalali, to: spike.dayJalali })}`}>{jalaliText(spike.dayJalali)}</Link>: {spike.fa}</li>)}</ol></details>}
    </section>
  );
}
