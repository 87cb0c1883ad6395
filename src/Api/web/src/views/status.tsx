import type { StoreCounts } from "../api";
import { Loaded, useApi } from "../parts/load";
import { jalaliText, persianNumber } from "../persian";
import { Link } from "../router";

interface Outlet { outlet: string; articles: number; first: string | null; last: string | null }

interface Quarantined { url: string; sourceId: string; kind: string; reason: string }

const names: [keyof StoreCounts, string][] = [
  ["outlets", "رسانه"], ["pages", "صفحهٔ نگه‌داشته"], ["articles", "خبر"], ["officials", "مسئول"], ["statements", "گفته"], ["figures", "رقم"], ["pledges", "وعده"], ["quarantined", "کنارگذاشته"],
];

export function StatusView() {
  const counts = useApi<StoreCounts>("/api/status");
  const outlets = useApi<Outlet[]>("/api/sources");
  const quarantine = useApi<Quarantined[]>("/api/quarantine");
  return (
    <>
      <h1>وضعیت</h1>
      <Loaded state={counts}>{(value) => <dl class="tiles">{names.map(([key, name]) => <div key={key}><dt>{name}</dt><dd>{persianNumber(value[key])}</dd></div>)}</dl>}</Loaded>
      <h2>رسانه‌ها</h2>
      <Loaded state={outlets}>{(list) => (
        <table>
          <thead><tr><th scope="col">رسانه</th><th scope="col">خبر</th><th scope="col">از</th><th scope="col">تا</th></tr></thead>
          <tbody>{list.map((row) => (
            <tr key={row.outlet}><th scope="row"><Link href={`/?outlet=${encodeURIComponent(row.outlet)}`}>{row.outlet}</Link></th><td>{persianNumber(row.articles)}</td><td>{row.first ? jalaliText(row.first) : "—"}</td><td>{row.last ? jalaliText(row.last) : "—"}</td></tr>
          ))}</tbody>
        </table>
      )}</Loaded>
      <h2>کنارگذاشته‌ها</h2>
      <Loaded state={quarantine}>{(list) => list.length === 0 ? <p class="state">چیزی کنار گذاشته نشده است.</p> : (
        <ul class="facts">{list.map((entry) => <li key={entry.url}><code dir="ltr">{entry.url}</code><p>{entry.reason}</p><span class="meta">{entry.sourceId} · {entry.kind}</span></li>)}</ul>
      )}</Loaded>
    </>
  );
}
