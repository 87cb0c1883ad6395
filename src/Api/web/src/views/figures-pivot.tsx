import type { FigurePivot as Pivot } from "../api/types";
import { useApi } from "../api/use";
import { apiWords } from "../parts/filter-words";
import { Choice } from "../parts/filters";
import { Loaded, State } from "../parts/load";
import { provinceNames } from "../parts/provinces";
import { Scroll } from "../parts/table";
import { persianNumber, persianShort } from "../persian/digits";
import { jalaliText } from "../persian/jalali";
import { Link, address, go } from "../router";

const nowhere = "جای نامعلوم";

/** The latest months a screen has room for. */
const mostMonths = 18;

/** One unit's figures crossed by place and Jalali month; a cell holds their median and number. */
export function FigurePivot({ query }: { query: URLSearchParams }) {
  const pivot = useApi<Pivot>("/api/figures/pivot", apiWords(query, "unit", "verdict", "fold"));
  return <Loaded answer={pivot} rows={6}>{(found) => <Crossed pivot={found} query={query} />}</Loaded>;
}

function Crossed({ pivot, query }: { pivot: Pivot; query: URLSearchParams }) {
  if (pivot.total === 0) return <State icon="number" title="رقمی با این پالایش نیست"><p>واژه‌ها یا پالایش‌ها را کمتر کنید.</p></State>;
  const unit = pivot.unit ?? "";
  const months = pivot.months.slice(-mostMonths).reverse();
  const shown = new Set(months);
  const inShown = (row: Pivot["rows"][number]) => row.cells.reduce((sum, { month, count }) => sum + (shown.has(month) ? count : 0), 0);
  const rows = pivot.rows.filter(inShown).sort((a, b) => inShown(b) - inShown(a));
  const left = [
    pivot.places > rows.length && `${persianNumber(rows.length)} جای از ${persianNumber(pivot.places)} جای`,
    pivot.months.length > months.length && `${persianNumber(months.length)} ماه آخر از ${persianNumber(pivot.months.length)} ماه`,
    pivot.undated > 0 && `${persianNumber(pivot.undated)} رقم بی‌تاریخ در جدول نیست`,
  ].filter(Boolean);
  return (
    <div class="stack">
      <div class="row apart">
        <Choice label="یکا" value={unit} none={null} set={(value) => go(address("/figures", query, { unit: value }))} options={pivot.units.slice(0, 60).map(({ unit: name, count }) => [name, `${name} (${persianNumber(count)})`])} />
        <p class="meta" role="status">{persianNumber(pivot.ofUnit)} رقم با یکای «{unit}» از {persianNumber(pivot.total)} رقم این پالایش{left.length > 0 && `؛ ${left.join("؛ ")}`}</p>
      </div>
      {months.length === 0 ? <State icon="number" title={`رقم تاریخ‌داری با یکای «${unit}» نیست`} /> : (
        <Scroll class="pivot" label={`میانهٔ «${unit}» به جای و ماه`}>
          <table>
            <caption>در هر خانه: میانهٔ رقم‌ها به «{unit}» و، اگر بیش از یکی است، شمارشان در کمانک</caption>
            <thead><tr><th scope="col">جای</th>{months.map((month) => <th key={month} scope="col" class="number">{jalaliText(month)}</th>)}</tr></thead>
            <tbody>{rows.map(({ place, cells }) => {
              const at = new Map(cells.map((cell) => [cell.month, cell]));
              return (
                <tr key={place ?? nowhere}><th scope="row">{place ?? <span class="soft">{nowhere}</span>}</th>{months.map((month) => {
                  const cell = at.get(month);
                  return <td key={month} class="number">{cell && <Link href={listOf(query, unit, place, month)} title={`${place ?? nowhere}، ${jalaliText(month)}: ${persianNumber(cell.count)} رقم`}>{persianShort(cell.median)}{cell.count > 1 && <span class="of">({persianNumber(cell.count)})</span>}</Link>}</td>;
                })}</tr>
              );
            })}</tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}

/** The figures of a cell as hits. */
function listOf(query: URLSearchParams, unit: string, place: string | null, month: string): string {
  const words = new URLSearchParams({ in: "facts", fact: "figure", q: `"${unit}"`, from: month, to: month });
  for (const name of ["outlet", "topic", "speaker", "kind"]) if (query.get(name)) words.set(name, query.get(name)!);
  if (place && provinceNames.includes(place)) words.set("province", place);
  else if (place) words.set("place", place);
  return `/?${words}`;
}
