import { useState } from "preact/hooks";
import type { FacetCount, SearchHit, SearchResults } from "../api/types";
import { useApi } from "../api/use";
import { Exports } from "../parts/exports";
import { Folding } from "../parts/fact-list";
import { apiWords } from "../parts/filter-words";
import { Filters } from "../parts/filters";
import { useTitle } from "../parts/head";
import { Histogram } from "../parts/histogram";
import { dayText, topicText } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { Pager } from "../parts/pager";
import { Highlighted } from "../parts/text";
import { persianNumber } from "../persian/digits";
import { jalaliText } from "../persian/jalali";
import { Link, address, articleAddress, go } from "../router";
import type { ViewProps } from "../views";
import { FactResultsView } from "./search-facts";
import { Start } from "./start";

const facetNames: [name: string, title: string][] = [["province", "استان"], ["topic", "موضوع"], ["outlet", "رسانه"], ["year", "سال"]];
const orders: [value: string, name: string][] = [["", "مرتبط‌ترین"], ["newest", "تازه‌ترین"], ["oldest", "کهنه‌ترین"]];
const fields = ["province", "outlet", "topic", "place", "official", "speaker", "from", "to"] as const;

/** Articles or single facts that match, with counts to narrow them and a histogram to choose a stretch of time from. */
export function SearchView({ query }: ViewProps) {
  const inFacts = query.get("in") === "facts";
  const q = query.get("q") ?? "";
  useTitle(q ? `«${q}» در ${inFacts ? "داده‌ها" : "خبرها"}` : "جست‌وجو");
  const untouched = !inFacts && [...query.keys()].every((name) => name === "in");
  return (
    <>
      <h1 class="unseen">جست‌وجو</h1>
      <Filters path="/" query={query} fields={fields} placeholder="واژه‌ها، «عبارت دقیق»، نام مسئول یا سمت">
        <nav class="switch" aria-label="جست‌وجو در">
          <Link href={address("/", query, { in: "", fact: "", kind: "" })} current={!inFacts}>خبرها</Link>
          <Link href={address("/", query, { in: "facts" })} current={inFacts}>داده‌ها</Link>
        </nav>
      </Filters>
      {untouched && <Start />}
      {inFacts ? <FactResultsView query={query} /> : <Articles query={query} />}
    </>
  );
}

function Articles({ query }: { query: URLSearchParams }) {
  const words = apiWords(query, "order", "cursor", "recency", "fold");
  const results = useApi<SearchResults>("/api/search", words);
  const { from: _, to: __, cursor: ___, ...anyTime } = words;
  const months = useApi<SearchResults>("/api/search", { ...anyTime, limit: "1" });
  return (
    <>
      {months.is === "ready" && <Histogram counts={months.value.facets.month ?? []} from={query.get("from") ?? ""} to={query.get("to") ?? ""} choose={(from, to) => go(address("/", query, { from, to }))} />}
      <Loaded answer={results} rows={6} asked={query.get("q")}>{(found) => (
        <div class="searching">
          <Facets facets={found.facets} names={facetNames} query={query} total={found.total} />
          <section aria-label="نتیجه‌ها">
            <div class="count">
              <h2 aria-live="polite">{found.total === 0 ? "خبری یافت نشد" : `${persianNumber(found.total)} خبر`}</h2>
              <div class="row">
                <nav class="switch" aria-label="ترتیب">{orders.map(([value, name]) => <Link key={value} href={address("/", query, { order: value })} current={(query.get("order") ?? "") === value}>{name}</Link>)}</nav>
                {found.total > 0 && <Exports kind="articles" words={words} />}
              </div>
            </div>
            <Folding path="/" query={query} total={found.total} />
            <DidYouMean suggestion={found.didYouMean} query={query} />
            {found.total === 0 && <Nothing query={query} />}
            <Hits hits={found.hits.filter((hit) => !hit.partly)} />
            {found.hits.some((hit) => hit.partly) && <>
              <h2 class="partly">{persianNumber(found.partlyTotal)} خبر دیگر که تنها برخی از واژه‌ها را دارند</h2>
              <Hits hits={found.hits.filter((hit) => hit.partly)} />
            </>}
            <Pager path="/" query={query} next={found.nextCursor} what="خبرهای" />
          </section>
        </div>
      )}</Loaded>
    </>
  );
}

export const DidYouMean = (props: { suggestion: string | null; query: URLSearchParams }) =>
  props.suggestion ? <p class="note plain"><span>آیا منظورتان <Link href={address("/", props.query, { q: props.suggestion })}>{props.suggestion}</Link> بود؟</span></p> : null;

export function Nothing({ query }: { query: URLSearchParams }) {
  const filtered = fields.some((name) => query.get(name));
  return (
    <State icon="search" title="چیزی با این پرسش نیست">
      <p>واژه‌های کمتر یا دیگری بنویسید{filtered && <> یا <Link href={address("/", new URLSearchParams(), { q: query.get("q") ?? "", in: query.get("in") ?? "" })}>پالایش‌ها را بردارید</Link></>}. <Link href="/help#search">زبان جست‌وجو</Link> را ببینید.</p>
    </State>
  );
}

/** Counts of the whole answer by facet; each narrows it, and gives way when chosen again. */
export function Facets(props: { facets: Record<string, FacetCount[]>; names: [name: string, title: string][]; query: URLSearchParams; total: number; labels?: (facet: string, value: string) => string }) {
  const [all, setAll] = useState<string | null>(null);
  const wide = matchMedia("(min-width: 56rem)").matches;
  const word = (name: string, value: string): Record<string, string> => (name === "year" || name === "month" ? { from: value, to: value } : { [name]: value });
  const chosen = (name: string, value: string) => Object.entries(word(name, value)).every(([key, one]) => props.query.get(key) === one);
  const shown = props.names.filter(([name]) => (props.facets[name]?.length ?? 0) > 0);
  return (
    <details class="facets" open={wide}>
      <summary class={wide ? "unseen" : "button"} tabIndex={wide ? -1 : 0}>پالایش با شمار</summary>
      {shown.map(([name, title]) => {
        const counts = props.facets[name] ?? [];
        const sorted = name === "year" ? [...counts].sort((a, b) => b.value.localeCompare(a.value)) : counts;
        return (
          <details class="facet" open key={name}>
            <summary>{title}</summary>
            <ul>
              {sorted.slice(0, all === name ? 60 : 8).map(({ value, count }) => (
                <li key={value}>
                  <Link href={address("/", props.query, chosen(name, value) ? Object.fromEntries(Object.keys(word(name, value)).map((key) => [key, ""])) : word(name, value))} current={chosen(name, value)} aria-current="true">
                    <span class="share" style={{ inlineSize: `calc((100% - 3.5rem) * ${props.total > 0 ? Math.min(1, count / props.total) : 0})` }} />
                    <span>{props.labels?.(name, value) ?? (name === "year" ? jalaliText(value) : name === "topic" ? topicText(value) : value)}</span><span class="number">{persianNumber(count)}</span>
                  </Link>
                </li>
              ))}
            </ul>
            {sorted.length > 8 && all !== name && <button type="button" class="button quiet little" onClick={() => setAll(name)}>همهٔ {persianNumber(sorted.length)} مورد</button>}
          </details>
        );
      })}
    </details>
  );
}

const Hits = (props: { hits: SearchHit[] }) => (props.hits.length === 0 ? null : <ol class="hits">{props.hits.map((hit) => <Hit key={hit.id} hit={hit} />)}</ol>);

export function Hit({ hit }: { hit: SearchHit }) {
  return (
    <li>
      <h3><Link href={articleAddress(hit.id)}><Highlighted text={hit.title} spans={hit.titleHighlights} /></Link></h3>
      <p class="meta"><span>{dayText(hit.publishedJalali)}</span>{hit.outlet && <span>{hit.outlet}</span>}{hit.province && <span>{hit.province}</span>}{hit.topics.map((topic) => <span key={topic}>{topicText(topic)}</span>)}{hit.clusterSize > 1 && <span class="badge">{persianNumber(hit.clusterSize)} نسخه</span>}</p>
      <p><Highlighted text={hit.snippet} spans={hit.snippetHighlights} /></p>
    </li>
  );
}
