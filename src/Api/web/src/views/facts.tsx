import type { ComponentChildren } from "preact";
import type { Fact, FactPage, Figure, Official, Pledge, Statement } from "../api";
import { figureKinds, figureNotes, figureText, officialPost, pledgeNotes, statementKinds, statementNotes, strengths } from "../parts/facts";
import { Loaded, useApi } from "../parts/load";
import { jalaliText, persianNumber } from "../persian";
import { Link, address } from "../router";
import { FactSource } from "./article";
import { Chosen, SearchBox, apiWords } from "./search";

interface Kind { path: string; title: string; kinds: Record<string, string> }

/** A list of facts of one kind: the same search and filters everywhere, each line leading to its sentence. */
function FactList<T extends Fact>(props: Kind & { query: URLSearchParams; line: (fact: T) => ComponentChildren }) {
  const page = useApi<FactPage<T>>(`/api${props.path}`, apiWords(props.query));
  const exported = new URLSearchParams(Object.entries(apiWords(props.query)).filter((pair): pair is [string, string] => Boolean(pair[1]) && pair[0] !== "cursor"));
  exported.set("bom", "1");
  return (
    <>
      <h1>{props.title}</h1>
      <SearchBox query={props.query} path={props.path} />
      <nav class="kinds" aria-label="گونه">
        {Object.entries(props.kinds).map(([kind, name]) => (
          <Link key={kind} href={address(props.path, props.query, { kind: props.query.get("kind") === kind ? "" : kind })} current={props.query.get("kind") === kind}>{name}</Link>
        ))}
      </nav>
      <Chosen query={props.query} path={props.path} />
      <Loaded state={page}>{(found) => (
        <>
          <p class="count">{found.total === 0 ? "موردی یافت نشد." : `${persianNumber(found.total)} مورد`}
            {found.total > 0 && <a class="export" href={`/api/export${props.path}.csv?${exported}`} download>دریافت CSV</a>}
          </p>
          <ol class="facts">{found.items.map((fact) => <li key={fact.id}>{props.line(fact)}<FactSource fact={fact} /></li>)}</ol>
          {found.nextCursor && <Link class="more" href={`${props.path}?${new URLSearchParams([...[...props.query].filter(([name]) => name !== "cursor"), ["cursor", found.nextCursor]])}`}>موردهای بعدی</Link>}
        </>
      )}</Loaded>
    </>
  );
}

export const OfficialsView = (props: { query: URLSearchParams }) => (
  <FactList<Official> path="/officials" title="مسئولان" kinds={{}} query={props.query} line={(fact) => (
    <><Link href={`/statements?speaker=${encodeURIComponent(fact.name)}`}><strong>{fact.name}</strong></Link> <span>{officialPost(fact)}</span></>
  )} />
);

export const StatementsView = (props: { query: URLSearchParams }) => (
  <FactList<Statement> path="/statements" title="گفته‌ها" kinds={statementKinds} query={props.query} line={(fact) => (
    <><blockquote>{fact.text}</blockquote><span class="meta">{statementNotes(fact)}</span></>
  )} />
);

export const FiguresView = (props: { query: URLSearchParams }) => (
  <FactList<Figure> path="/figures" title="رقم‌ها" kinds={figureKinds} query={props.query} line={(fact) => (
    <><strong class="figure">{figureText(fact)}</strong> <span>{figureNotes(fact)}</span><blockquote>{fact.sentence}</blockquote></>
  )} />
);

export const PledgesView = (props: { query: URLSearchParams }) => (
  <FactList<Pledge> path="/pledges" title="وعده‌ها" kinds={strengths} query={props.query} line={(fact) => (
    <><strong>{fact.action}</strong> <span class="meta">{pledgeNotes(fact)}</span>{fact.due && <Due due={fact.due} />}<blockquote>{fact.sentence}</blockquote></>
  )} />
);

/** The day a pledge falls due, marked where it has passed. */
function Due(props: { due: string }) {
  const past = props.due < new Date().toISOString().slice(0, 10);
  const jalali = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" }).formatToParts(new Date(`${props.due}T00:00:00Z`));
  const part = (type: string) => jalali.find((piece) => piece.type === type)?.value ?? "";
  return <span class={past ? "due past" : "due"}>{past ? "سررسید گذشته: " : "سررسید: "}{jalaliText(`${part("year")}-${part("month")}-${part("day")}`)}</span>;
}
