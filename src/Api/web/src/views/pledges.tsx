import type { Pledge, PledgeBoard, PledgeStatus } from "../api/types";
import { useApi } from "../api/use";
import { FactList, KindPills } from "../parts/fact-list";
import { FactSource, VerdictBadge } from "../parts/fact-source";
import { apiWords } from "../parts/filter-words";
import { Filters } from "../parts/filters";
import { Head } from "../parts/head";
import { pledgeStatuses, strengths } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { verbatim } from "../persian/copy";
import { persianDigits, persianNumber } from "../persian/digits";
import { isoText, jalaliText } from "../persian/jalali";
import { Link, address } from "../router";
import type { ViewProps } from "../views";

const fields = ["speaker", "province", "place", "outlet", "topic", "from", "to"] as const;
const statuses = Object.keys(pledgeStatuses) as PledgeStatus[];

/** Who promised what by when: a board by due day and strength, or one column of it as a list. */
export function PledgesView({ query }: ViewProps) {
  const asList = query.get("as") === "list" || query.has("status") || query.has("cursor");
  const words = apiWords(query);
  return (
    <>
      <Head title="وعده‌ها" about="وعده کاری است که کسی به انجام آن پای‌بند شده و می‌توان آن را سنجید. «قطعی» وعده‌ای بی‌قید است، «نرم» وعده‌ای با امید، تلاش یا شرط." />
      <Filters path="/pledges" query={query} fields={fields} placeholder="واژه‌ای که در خبر هست">
        <nav class="switch" aria-label="نما">
          <Link href={address("/pledges", query, { as: "", status: "" })} current={!asList}>تابلو</Link>
          <Link href={address("/pledges", query, { as: "list" })} current={asList}>فهرست</Link>
        </nav>
      </Filters>
      <div class="stack">
        <KindPills path="/pledges" query={query} word="kind" names={strengths} label="استواری وعده" />
        {asList ? <List query={query} /> : <Board query={query} words={words} />}
      </div>
    </>
  );
}

function Board({ query, words }: { query: URLSearchParams; words: ReturnType<typeof apiWords> }) {
  const board = useApi<PledgeBoard>("/api/pledges/board", words);
  return (
    <Loaded answer={board} rows={3}>{(found) => {
      const count = (status: PledgeStatus) => found.columns.filter((column) => column.status === status).reduce((sum, column) => sum + column.count, 0);
      const of = (status: PledgeStatus, strength: string) => found.columns.find((column) => column.status === status && column.strength === strength)?.count ?? 0;
      if (statuses.every((status) => count(status) === 0)) return <State icon="pledge" title="وعده‌ای یافت نشد"><p>واژه‌ها یا پالایش‌ها را کمتر کنید.</p></State>;
      return (
        <>
          <Months board={found} />
          <div class="board">
            {statuses.map((status) => (
              <section key={status} class={`column ${status}`} aria-label={pledgeStatuses[status]}>
                <header>
                  <h2><Link href={address("/pledges", query, { status })}>{pledgeStatuses[status]}</Link> <span class="badge">{persianNumber(count(status))}</span></h2>
                  <p class="meta">قطعی {persianNumber(of(status, "firm"))} · نرم {persianNumber(of(status, "soft"))}</p>
                </header>
                <Column status={status} words={words} more={address("/pledges", query, { status })} count={count(status)} />
              </section>
            ))}
          </div>
        </>
      );
    }}</Loaded>
  );
}

function Column(props: { status: PledgeStatus; words: ReturnType<typeof apiWords>; more: string; count: number }) {
  const page = useApi<{ items: Pledge[] }>(props.count > 0 ? "/api/pledges" : null, { ...props.words, status: props.status, order: props.status === "soon" || props.status === "later" ? "due" : "newest", limit: "6" });
  if (props.count === 0) return <p class="soft small empty">وعده‌ای در این ستون نیست.</p>;
  return (
    <Loaded answer={page} rows={3}>{(found) => (
      <>
        <ol>{found.items.map((pledge) => <PledgeLine key={pledge.id} fact={pledge} />)}</ol>
        {props.count > found.items.length && <Link class="button little" href={props.more}>همهٔ {persianNumber(props.count)} وعده</Link>}
      </>
    )}</Loaded>
  );
}

/** Pledges by the month in which they fall due. */
function Months({ board }: { board: PledgeBoard }) {
  const shown = board.months.slice(-36);
  if (shown.length < 2) return null;
  const most = Math.max(...shown.map((month) => month.firm + month.soft));
  const now = board.todayJalali.slice(0, 7);
  return (
    <figure class="due-months">
      <ol aria-label="وعده‌ها به ماه سررسید">
        {shown.map(({ month, firm, soft, overdue }) => (
          <li key={month} class={month === now ? "now" : undefined} title={`${jalaliText(month)}: قطعی ${persianNumber(firm)}، نرم ${persianNumber(soft)}${overdue > 0 ? `، گذشته ${persianNumber(overdue)}` : ""}`}>
            <span class="unseen">{jalaliText(month)}: قطعی {persianNumber(firm)}، نرم {persianNumber(soft)}</span>
            <span class="bar firm" style={{ blockSize: `${(firm / most) * 100}%` }} /><span class="bar soft" style={{ blockSize: `${(soft / most) * 100}%` }} />
          </li>
        ))}
      </ol>
      <figcaption><span>{jalaliText(shown[0]!.month)}</span><span><i class="bar firm" /> قطعی <i class="bar soft" /> نرم · به ماه سررسید؛ امروز {jalaliText(board.todayJalali)}</span><span>{jalaliText(shown.at(-1)!.month)}</span></figcaption>
    </figure>
  );
}

function List({ query }: { query: URLSearchParams }) {
  const order = query.get("order") ?? "";
  return (
    <>
      <KindPills path="/pledges" query={new URLSearchParams([...query, ["as", "list"]].filter(([name], index, all) => name !== "as" || index === all.length - 1) as [string, string][])} word="status" names={pledgeStatuses} label="سررسید" />
      <FactList<Pledge> kind="pledges" what="وعده" words={apiWords(query, "status", "order", "cursor", "verdict", "fold")} query={query} tools={
        <nav class="switch" aria-label="ترتیب">
          <Link href={address("/pledges", query, { order: "" })} current={order !== "due"}>تازه‌ترین</Link>
          <Link href={address("/pledges", query, { order: "due" })} current={order === "due"}>نزدیک‌ترین سررسید</Link>
        </nav>
      }>{(items) => <ol class="facts">{items.map((fact) => <PledgeLine key={fact.id} fact={fact} />)}</ol>}</FactList>
    </>
  );
}

export const PledgeLine = ({ fact }: { fact: Pledge }) => (
  <li class="fact-line is-pledge">
    <p class="strong" {...verbatim}>{fact.action}</p>
    <p class="meta"><span>{fact.actor}</span><span class="badge is-pledge">{strengths[fact.strength] ?? fact.strength}</span><Due fact={fact} /><VerdictBadge verdict={fact.verdict} /></p>
    {fact.condition && <p class="meta">به شرط: {fact.condition}</p>}
    <FactSource fact={fact} />
  </li>
);

/** The day a pledge falls due and how far it is. */
function Due({ fact }: { fact: Pledge }) {
  if (!fact.due) return fact.deadline ? <span>مهلت: {persianDigits(fact.deadline)}</span> : null;
  const left = fact.daysLeft;
  const far = left == null ? "" : left < 0 ? ` · ${persianNumber(-left)} روز گذشته` : left === 0 ? " · امروز" : ` · ${persianNumber(left)} روز مانده`;
  return <span class={`badge ${fact.status}`}>{isoText(fact.due)}{far}</span>;
}
