import { useEffect, useState } from "preact/hooks";
import type { CrawlMessage, Outlet, QuarantineEntry, SourceCoverage, StoreCounts } from "../api/types";
import { useApi } from "../api/use";
import { Head } from "../parts/head";
import { Loaded, State } from "../parts/load";
import { type Column, Table } from "../parts/table";
import { persianNumber, persianRounded } from "../persian/digits";
import { instantText, isoText, jalaliText } from "../persian/jalali";
import { Link } from "../router";
import type { ViewProps } from "../views";

const names: [keyof StoreCounts, string][] = [
  ["outlets", "رسانه"], ["pages", "صفحهٔ نگه‌داشته"], ["articles", "خبر، با رونوشت‌ها"], ["officials", "سمت در خبرها"], ["statements", "گفته"], ["figures", "رقم"], ["pledges", "وعده"], ["quarantined", "کنارگذاشته"],
];
const events: Record<string, string> = { started: "آغاز دور", announced: "فهرست خوانده شد", article: "خبر", quarantined: "کنار گذاشته", denied: "روبات‌ها ممنوع", failed: "ناکام", putOff: "به بعد افتاد", warned: "هشدار", finished: "پایان دور" };

/** What the store holds, how far each source is covered, and what the crawler does now. */
export function StatusView(_: ViewProps) {
  const counts = useApi<StoreCounts>("/api/status");
  const coverage = useApi<SourceCoverage[]>("/api/crawl");
  const outlets = useApi<Outlet[]>("/api/sources");
  const quarantine = useApi<QuarantineEntry[]>("/api/quarantine");
  return (
    <div class="stack-wide">
      <Head title="گردآوری و پوشش" about="پیش از آنکه نبود خبری را نشانهٔ چیزی بدانید، ببینید رسانه پوشش داده شده و خاموش نیست." />
      <Loaded answer={counts} rows={1}>{(value) => <dl class="tiles">{names.map(([key, name]) => <div key={key}><dt>{name}</dt><dd class={key === "quarantined" && value[key] > 0 ? "danger" : undefined}>{persianNumber(value[key])}</dd></div>)}</dl>}</Loaded>
      <section class="stack"><h2>گردآوری</h2>
        <Loaded answer={coverage} lines>{(list) => list.length === 0
          ? <State icon="status" title="هنوز چیزی گردآوری نشده" little><p>فهرست منبع‌ها را با <code>newsminer serve --sources FILE</code> بدهید.</p></State>
          : <Table caption="پوشش هر منبع" hideCaption columns={coverageColumns} rows={list} rowKey={({ source }) => source} />}</Loaded>
      </section>
      <Live />
      <section class="stack"><h2>رسانه‌ها</h2>
        <Loaded answer={outlets} lines>{(list) => list.length === 0 ? <p class="soft">رسانه‌ای در انبار نیست.</p> : <Table caption="رسانه‌ها" hideCaption columns={outletColumns} rows={list} rowKey={({ outlet }) => outlet} />}</Loaded>
      </section>
      <section class="stack"><h2>کنارگذاشته‌ها</h2>
        <Loaded answer={quarantine} lines rows={1}>{(list) => list.length === 0 ? <p class="soft">هیچ ورودی‌ای کنار گذاشته نشده است.</p> : (
          <ul class="facts">{list.map((entry) => <li key={entry.url} class="fact-line"><code>{entry.url}</code><p>{entry.reason}</p><p class="meta"><span>{entry.sourceId}</span><span>{entry.kind}</span></p></li>)}</ul>
        )}</Loaded>
      </section>
    </div>
  );
}

const coverageColumns: Column<SourceCoverage>[] = [
  { title: "منبع", head: true, cell: (row) => <><span class="ltr">{row.source}</span> {row.isSilent && <span class="badge danger">خاموش</span>}{row.lastError && <span class="badge warn" title={row.lastError}>خطا</span>}</> },
  { title: "خوانده", number: true, cell: (row) => persianNumber(row.done) },
  { title: "در نوبت", number: true, cell: (row) => persianNumber(row.waiting + row.inFlight) },
  { title: "ناکام", number: true, cell: (row) => persianNumber(row.givenUp) },
  { title: "ممنوع", number: true, cell: (row) => persianNumber(row.denied) },
  { title: "امروز", number: true, cell: (row) => persianNumber(row.today) },
  { title: "چشم‌داشت در روز", number: true, cell: (row) => (row.expectedPerDay === null ? "—" : persianRounded(row.expectedPerDay)) },
  { title: "آخرین خبر", cell: (row) => (row.lastArticleDay ? isoText(row.lastArticleDay) : "—") },
  { title: "پایان آخرین دور", cell: (row) => (row.lastFinished ? instantText(row.lastFinished) : "—") },
];

const outletColumns: Column<Outlet>[] = [
  { title: "رسانه", head: true, cell: (row) => <Link href={`/?outlet=${encodeURIComponent(row.outlet)}`}>{row.outlet}</Link> },
  { title: "خبر", number: true, cell: (row) => persianNumber(row.articles) },
  { title: "از", cell: (row) => (row.first ? jalaliText(row.first) : "—") },
  { title: "تا", cell: (row) => (row.last ? jalaliText(row.last) : "—") },
];

/** What the crawler does now, as it happens; the newest first, the last hundred kept. */
function Live() {
  const [log, setLog] = useState<(CrawlMessage & { at: string; key: number })[]>([]);
  const [joined, setJoined] = useState(false);
  useEffect(() => {
    const source = new EventSource("/api/crawl/events");
    let key = 0;
    const hear = (event: MessageEvent<string>) => {
      const message = { ...(JSON.parse(event.data) as CrawlMessage), at: new Date().toISOString(), key: key++ };
      setLog((old) => [message, ...old].slice(0, 100));
    };
    source.onopen = () => setJoined(true);
    source.onerror = () => setJoined(false);
    for (const name of Object.keys(events)) source.addEventListener(name, hear);
    return () => source.close();
  }, []);
  return (
    <section class="panel">
      <div class="row apart"><h2>رویدادهای زنده</h2><span class={joined ? "badge good" : "badge"}>{joined ? "گوش می‌دهد" : "در حال پیوستن"}</span></div>
      {log.length === 0 ? <p class="soft">از هنگام گشودن این صفحه رویدادی نبوده است.</p> : (
        <ol class="events" tabIndex={0} aria-label="رویدادهای گردآوری">{log.map(({ key, at, event, source, text, url }) => <li key={key}><span>{instantText(at).split("، ")[1]} <span class="ltr">{source}</span></span><span>{events[event] ?? event}</span><span>{text ?? <span class="ltr">{url}</span>}</span></li>)}</ol>
      )}
    </section>
  );
}
