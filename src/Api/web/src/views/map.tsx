import type { Words } from "../api/client";
import type { FacetCount, SearchResults } from "../api/types";
import { useApi } from "../api/use";
import { type FilterWord, apiWords } from "../parts/filter-words";
import { Filters } from "../parts/filters";
import { Head } from "../parts/head";
import { Loaded, State } from "../parts/load";
import { provinces } from "../parts/provinces";
import { Table } from "../parts/table";
import { persianNumber, persianPercent } from "../persian/digits";
import { Link, address } from "../router";
import type { ViewProps } from "../views";

const fields: FilterWord[] = ["outlet", "topic", "official", "speaker", "from", "to"];
const counted: [value: string, name: string][] = [["", "خبر"], ["statement", "گفته"], ["figure", "رقم"], ["pledge", "وعده"]];

interface Row { name: string; short: string; column: number; row: number; count: number; output: number; share: number | null }

/** The 31 provinces as equal tiles near where they lie, coloured by number or by share of each province's own. */
export function MapView({ query }: ViewProps) {
  const fact = query.get("fact") ?? "";
  const asShare = query.get("as") === "share";
  const path = fact ? "/api/search/facts" : "/api/search";
  const words: Words = { ...apiWords(query), fact: fact || undefined, fold: fact ? undefined : "false", limit: "1" };
  const found = useApi<SearchResults>(path, words);
  const { q: _, topic: __, official: ___, speaker: ____, ...anything } = words;
  const output = useApi<SearchResults>(path, anything);
  return (
    <>
      <Head title="نقشهٔ استان‌ها" about="هر خانه یک استان است، کمابیش در جای خود. اندازهٔ خانه‌ها یکسان است تا استان پهناور بیش از سهمش به چشم نیاید." />
      <Filters path="/map" query={query} fields={fields} placeholder="موضوعی برای دیدن بر نقشه">
        <nav class="switch" aria-label="اندازه">
          <Link href={address("/map", query, { as: "" })} current={!asShare}>شمار</Link>
          <Link href={address("/map", query, { as: "share" })} current={asShare}>سهم از خود استان</Link>
        </nav>
        <nav class="switch" aria-label="چه بشماریم">{counted.map(([value, name]) => <Link key={value} href={address("/map", query, { fact: value })} current={fact === value}>{name}</Link>)}</nav>
      </Filters>
      <Loaded answer={found}>{(hits) => <Loaded answer={output}>{(all) => <Tiles rows={rows(hits, all)} asShare={asShare} query={query} total={hits.total} unit={counted.find(([value]) => value === fact)?.[1] ?? "خبر"} />}</Loaded>}</Loaded>
    </>
  );
}

const plain = (name: string) => name.replace(/[\s‌]/g, "");

function rows(hits: SearchResults, all: SearchResults): Row[] {
  const count = (counts: FacetCount[] | undefined, name: string) => counts?.find(({ value }) => plain(value) === plain(name))?.count ?? 0;
  return provinces.map((province) => {
    const [here, output] = [count(hits.facets.province, province.name), count(all.facets.province, province.name)];
    return { ...province, count: here, output, share: output > 0 ? here / output : null };
  });
}

function Tiles({ rows, asShare, query, total, unit }: { rows: Row[]; asShare: boolean; query: URLSearchParams; total: number; unit: string }) {
  if (total === 0) return <State icon="map" title="چیزی با این پرسش نیست"><p>واژه‌ها یا پالایش‌ها را کمتر کنید.</p></State>;
  const value = (row: Row) => (asShare ? row.share : row.count);
  const limits = steps(rows.map(value).filter((one): one is number => one !== null && one > 0));
  const level = (row: Row) => { const one = value(row); return one === null || one === 0 ? 0 : 1 + limits.filter((limit) => one > limit).length; };
  const text = (one: number | null) => (one === null ? "—" : asShare ? persianPercent(one) : persianNumber(one));
  const placed = rows.reduce((sum, row) => sum + row.count, 0);
  const link = (row: Row) => `/?${new URLSearchParams([...[...query].filter(([name]) => name !== "as" && name !== "fact"), ["province", row.name], ...(query.get("fact") ? [["in", "facts"], ["fact", query.get("fact")!]] : [])] as string[][])}`;
  return (
    <div class="grid map">
      <section class="panel">
        <div class="tile-map">{rows.map((row) => (
          <Link key={row.name} href={link(row)} class={`l${level(row)}`} title={`${row.name}: ${persianNumber(row.count)} ${unit} از ${persianNumber(row.output)}`} style={{ gridColumn: row.column + 1, gridRow: row.row + 1 }}>
            <span aria-hidden="true">{row.short}</span><span class="unseen">{row.name}: </span><strong>{text(value(row))}</strong>
          </Link>
        ))}</div>
        <p class="map-legend"><i />هیچ{[...limits, Infinity].map((limit, index) => <span key={index} class="row"><i class={`l${index + 1}`} />{limit === Infinity ? (index === 0 ? "بیش از صفر" : `بیش از ${text(limits.at(-1) ?? 0)}`) : `تا ${text(limit)}`}</span>)}</p>
        <p class="meta">{persianNumber(total)} {unit}؛ {persianNumber(placed)} تا استان دارد. {asShare && `سهم: از همهٔ ${unit}های همان استان با همین بازه و رسانه.`}</p>
      </section>
      <Table caption="استان‌ها" rows={[...rows].sort((a, b) => (value(b) ?? -1) - (value(a) ?? -1))} rowKey={({ name }) => name} columns={[
        { title: "استان", head: true, cell: (row) => <Link href={link(row)}>{row.name}</Link> }, { title: unit, number: true, cell: (row) => persianNumber(row.count) },
        { title: "همه", number: true, cell: (row) => persianNumber(row.output) }, { title: "سهم", number: true, cell: (row) => (row.share === null ? "—" : persianPercent(row.share)) },
      ]} />
    </div>
  );
}

/** At most four limits that part the values into classes of like size. */
export function steps(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = [0.2, 0.4, 0.6, 0.8].map((part) => sorted[Math.floor(part * (sorted.length - 1))]!).filter((limit) => limit !== undefined && limit < sorted.at(-1)!);
  return [...new Set(limits)];
}
