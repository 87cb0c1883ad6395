import { useEffect, useState } from "preact/hooks";
import { ApiProblem, type Words, addressOf, get } from "../api/client";
import type { FactResults } from "../api/types";
import { apiWords } from "../parts/filter-words";
import { Choice } from "../parts/filters";
import { State } from "../parts/load";
import { persianNumber, persianShort } from "../persian/digits";
import { jalaliText } from "../persian/jalali";
import { provinceNames } from "../parts/provinces";
import { Link, address, go } from "../router";

const nowhere = "جای نامعلوم";

/** The most figures a pivot reads; above that the reader is told to narrow. */
const most = 2000;

/** A figure at a place: the one its sentence names, else the province of its article. */
interface Placed { place: string; unit: string; value: number; month: string | null }

interface Read { items: Placed[]; total: number; reading: boolean; problem: string | null }

/** All figures of a filter, part by part, so that progress can be shown. */
function useAllFigures(words: Words): Read {
  const [read, setRead] = useState<Read>({ items: [], total: 0, reading: true, problem: null });
  const key = JSON.stringify(words);
  useEffect(() => {
    const abort = new AbortController();
    setRead({ items: [], total: 0, reading: true, problem: null });
    const walk = async () => {
      const items: Placed[] = [];
      let cursor: string | null = null;
      do {
        const page: FactResults = await get(addressOf("/api/search/facts", { ...words, fact: "figure", order: "newest", facets: "false", limit: "100", cursor: cursor ?? undefined }), abort.signal);
        for (const { figure, province, publishedJalali } of page.hits) {
          if (figure) items.push({ place: figure.place ?? province ?? nowhere, unit: figure.unit, value: figure.value, month: publishedJalali?.slice(0, 7) ?? null });
        }
        cursor = page.hits.length > 0 && items.length < most ? page.nextCursor : null;
        setRead({ items: [...items], total: page.total, reading: cursor !== null, problem: null });
      } while (cursor);
    };
    walk().catch((failure: unknown) => {
      if (!abort.signal.aborted) setRead((old) => ({ ...old, reading: false, problem: failure instanceof ApiProblem ? failure.message : String(failure) }));
    });
    return () => abort.abort();
  }, [key]);
  return read;
}

/** One unit's figures crossed by place and Jalali month; a cell holds their median and number. */
export function FigurePivot({ query }: { query: URLSearchParams }) {
  const { items, total, reading, problem } = useAllFigures(apiWords(query));
  const units = countBy(items, (figure) => figure.unit);
  const unit = query.get("unit") ?? units[0]?.[0] ?? "";
  const rows = items.filter((figure) => figure.unit === unit && figure.month);
  const places = countBy(rows, ({ place }) => place).slice(0, 40).map(([place]) => place);
  const months = [...new Set(rows.map(({ month }) => month!))].sort().slice(-18);
  const cells = new Map<string, number[]>();
  for (const figure of rows) {
    const key = `${figure.place}\n${figure.month}`;
    cells.set(key, [...(cells.get(key) ?? []), figure.value]);
  }
  if (problem) return <State icon="close" title="رقم‌ها خوانده نشد" failed><p>{problem}</p></State>;
  if (!reading && items.length === 0) return <State icon="number" title="رقمی با این پالایش نیست"><p>واژه‌ها یا پالایش‌ها را کمتر کنید.</p></State>;
  return (
    <div class="stack">
      <div class="row apart">
        <div class="row">
          <Choice label="یکا" value={unit} none={null} set={(value) => go(address("/figures", query, { unit: value }))} options={units.slice(0, 40).map(([name, count]) => [name, `${name} (${persianNumber(count)})`])} />
        </div>
        <p class="meta" role="status">{reading ? `${persianNumber(items.length)} از ${persianNumber(total)} رقم خوانده شد …` : `${persianNumber(rows.length)} رقم با یکای «${unit}» از ${persianNumber(items.length)} رقم`}</p>
      </div>
      {reading && <progress max={Math.min(total, most)} value={items.length} aria-label="خواندن رقم‌ها" />}
      {!reading && total > most && <p class="note warn">از {persianNumber(total)} رقم، {persianNumber(most)} تای تازه‌تر سنجیده شد. برای جدول کامل، جای یا بازه را تنگ‌تر کنید.</p>}
      {months.length > 0 && (
        <div class="table pivot" tabIndex={0} role="region" aria-label={`میانهٔ «${unit}» به جای و ماه`}>
          <table>
            <caption>میانهٔ رقم‌ها به «{unit}»؛ عدد کوچک شمار آن‌هاست{months.length === 18 && "؛ ۱۸ ماه آخر"}</caption>
            <thead><tr><th scope="col">جای</th>{months.map((month) => <th key={month} scope="col" class="number">{jalaliText(month)}</th>)}</tr></thead>
            <tbody>{places.map((place) => (
              <tr key={place}><th scope="row">{place === nowhere ? <span class="soft">{place}</span> : place}</th>{months.map((month) => {
                const values = cells.get(`${place}\n${month}`);
                return <td key={month} class="number">{values && <Link href={`/?${new URLSearchParams({ in: "facts", fact: "figure", q: `"${unit}"`, from: month, to: month, ...(provinceNames.includes(place) ? { province: place } : {}) })}`}>{persianShort(median(values))}{values.length > 1 && <sub>{persianNumber(values.length)}</sub>}</Link>}</td>;
              })}</tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** Values by how often they occur, most frequent first. */
function countBy<T>(items: T[], of: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
