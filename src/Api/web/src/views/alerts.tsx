import { useState } from "preact/hooks";
import { ApiProblem, change } from "../api/client";
import type { Alert, AlertAbout, AlertDraft, AlertMatch } from "../api/types";
import { useApi } from "../api/use";
import { filterNames } from "../parts/filter-words";
import { Choice, Typed } from "../parts/filters";
import { Head } from "../parts/head";
import { Icon } from "../parts/icons";
import { alertKinds, dayText, topicText } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { provinceNames } from "../parts/provinces";
import { persianNumber } from "../persian/digits";
import { instantText } from "../persian/jalali";
import { Link, address, articleAddress, go } from "../router";
import type { ViewProps } from "../views";

const words = ["q", "province", "place", "outlet", "topic", "official", "speaker"] as const;

/** Saved questions that tell of what is new, and the form to make one; the draft stands in the address. */
export function AlertsView({ query }: ViewProps) {
  const alerts = useApi<{ items: Alert[] }>("/api/alerts");
  return (
    <>
      <Head title="هشدارها" about="پرسشی را نگه دارید تا هر خبر، گفته، رقم یا وعدهٔ تازه، سررسید یک وعده یا جابه‌جایی یک مسئول را از راه خوراک Atom، نشانی وب یا ای‌میل بشنوید." />
      <div class="stack-wide">
        <Form query={query} />
        <section class="stack" aria-label="هشدارهای ساخته‌شده">
          <h2>هشدارهای ساخته‌شده</h2>
          <Loaded answer={alerts} lines>{({ items }) => items.length === 0
            ? <State icon="bell" title="هنوز هشداری نیست" little><p>پرسشی در فرم بالا بنویسید، نخست بیازمایید و سپس بسازید.</p></State>
            : <ul class="facts">{items.map((alert) => <Line key={alert.id} alert={alert} />)}</ul>}</Loaded>
        </section>
      </div>
    </>
  );
}

export const alertFilter = (alert: Pick<Alert, "filter">): string =>
  Object.entries(alert.filter ?? {}).filter(([, value]) => value).map(([name, value]) => `${filterNames[name as keyof typeof filterNames] ?? name}: ${name === "topic" ? topicText(value ?? "") : value}`).join(" · ");

const Line = ({ alert }: { alert: Alert }) => (
  <li class="fact-line">
    <p class="row apart"><Link class="strong" href={`/alerts/${encodeURIComponent(alert.id)}`}>{alert.name}</Link><a class="source" href={alert.feed}><Icon name="feed" />خوراک Atom</a></p>
    <p class="meta"><span class="badge">{alertKinds[alert.about]}</span><span>{alertFilter(alert) || "بی پالایش"}</span><span>{persianNumber(alert.matches)} یافته</span>{alert.lastMatchAt && <span>آخرین: {instantText(alert.lastMatchAt)}</span>}{alert.deliveries.failed > 0 && <span class="badge danger">{persianNumber(alert.deliveries.failed)} فرستادن ناکام</span>}</p>
  </li>
);

function Form({ query }: { query: URLSearchParams }) {
  const [preview, setPreview] = useState<{ total: number; items: AlertMatch[] } | null>(null);
  const [made, setMade] = useState<Alert | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const about = (query.get("about") ?? "article") as AlertAbout;
  const set = (name: string) => (value: string) => { setPreview(null); go(address("/alerts", query, { [name]: value }), true); };
  const field = (name: string, label: string, placeholder?: string) => <Typed label={label} value={query.get(name) ?? ""} set={set(name)} placeholder={placeholder} />;

  const draft = (): AlertDraft => ({
    name: query.get("name") || `${alertKinds[about]}${query.get("q") ? `: ${query.get("q")}` : ""}`, about,
    filter: Object.fromEntries(words.filter((word) => query.get(word)).map((word) => [word, query.get(word)!])),
    days: about === "pledgeDue" ? Number(query.get("days") || 7) : null, webhook: query.get("webhook") || null, email: query.get("email") || null, daily: query.get("daily") === "1",
  });
  const run = async (task: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try { await task(); } catch (failure) { setProblem(failure instanceof ApiProblem ? failure : new ApiProblem(String(failure), 0)); }
    setBusy(false);
  };
  const test = () => run(async () => setPreview(await change("POST", "/api/alerts/preview", draft())));
  const make = (event: Event) => {
    event.preventDefault();
    void run(async () => setMade(await change<Alert>("POST", "/api/alerts", draft())));
  };
  if (made) return (
    <section class="panel" role="status">
      <h2>هشدار «{made.name}» ساخته شد</h2>
      <p>خوراک: <a href={made.feed}>{made.feed}</a></p>
      {made.secret && <p class="note warn"><span>راز امضای نشانی وب، تنها همین یک‌بار نشان داده می‌شود: <code>{made.secret}</code></span></p>}
      <p class="row"><Link class="button" href={`/alerts/${encodeURIComponent(made.id)}`}>دیدن هشدار</Link><button type="button" class="button" onClick={() => { setMade(null); go("/alerts", true); }}>هشدار دیگر</button></p>
    </section>
  );
  return (
    <form class="panel" onSubmit={make}>
      <h2>هشدار تازه</h2>
      <div class="fields-row">
        <Choice label="دربارهٔ" value={about} none={null} set={set("about")} options={Object.entries(alertKinds)} />
        {field("q", "واژه‌ها", "مانند: مددجو")}
        {field("speaker", "گوینده")}
        {field("official", "مسئول")}
        <Choice label="استان" value={query.get("province") ?? ""} set={set("province")} options={provinceNames.map((name) => [name, name])} />
        {field("place", "شهر یا شهرستان")}
        {field("outlet", "رسانه")}
        {about === "pledgeDue" && field("days", "چند روز مانده به سررسید", "7")}
      </div>
      <details open={Boolean(query.get("webhook") || query.get("email"))}>
        <summary>نام و راه رساندن</summary>
        <div class="fields-row">{field("name", "نام هشدار")}{field("webhook", "نشانی وب (webhook)", "https://…")}{field("email", "ای‌میل")}<Choice label="ای‌میل چه هنگام" value={query.get("daily") ?? ""} none="هر یافته، همان دم" set={set("daily")} options={[["1", "روزی یک چکیده"]]} /></div>
        <p class="hint">خوراک Atom همیشه هست؛ این دو اختیاری است.</p>
      </details>
      {problem && <p class="wrong" role="alert">{problem.message}{(problem.status === 401 || problem.status === 403) && " کلید مدیر را از نشان کلید در بالای صفحه بدهید."}</p>}
      <p class="row"><button type="button" class="button" disabled={busy} onClick={test}>بیازما: در ۳۰ روز گذشته چه می‌گفت؟</button><button type="submit" class="button primary" disabled={busy}>ساختن هشدار</button></p>
      {preview && <div role="status"><Matches total={preview.total} items={preview.items} /></div>}
    </form>
  );
}

export function Matches(props: { total: number; items: AlertMatch[] }) {
  if (props.total === 0) return <p class="note plain">در این زمان چیزی با این پرسش نیامده است.</p>;
  return (
    <div class="stack">
      <p class="strong">{persianNumber(props.total)} یافته</p>
      <ol class="lines">{props.items.map((match) => <li key={match.id}><Link href={articleAddress(match.articleId, match.factId)}>{match.title}</Link> <span class="meta">{dayText(match.dayJalali)}</span>{match.text !== match.title && <p class="small">{match.text}</p>}</li>)}</ol>
    </div>
  );
}
