import { useState } from "preact/hooks";
import type { FacetCount, SearchHit, SearchResults } from "../api";
import { Loaded, useApi } from "../parts/load";
import { Highlighted } from "../parts/text";
import { jalaliText, persianNumber } from "../persian";
import { Link, address, go } from "../router";

const facetNames: [name: string, title: string, word: string][] = [
  ["province", "استان", "province"], ["outlet", "رسانه", "outlet"], ["topic", "موضوع", "topic"], ["month", "ماه", "month"],
];

/** Words of the address that the API takes as they are; a month stands for its first and last day. */
export function apiWords(query: URLSearchParams): Record<string, string | undefined> {
  const words: Record<string, string | undefined> = {};
  for (const name of ["q", "province", "outlet", "topic", "official", "speaker", "place", "kind", "from", "to", "order", "cursor"]) words[name] = query.get(name) ?? undefined;
  const month = query.get("month");
  if (month) words.from = words.to = month;
  return words;
}

export function SearchView(props: { query: URLSearchParams }) {
  const results = useApi<SearchResults>("/api/search", apiWords(props.query));
  return (
    <>
      <SearchBox query={props.query} path="/" />
      <Chosen query={props.query} path="/" />
      <Loaded state={results}>{(found) => (
        <div class="columns">
          <aside aria-label="پالایش نتیجه‌ها">
            {facetNames.map(([name, title, word]) => <Facet key={name} title={title} word={word} counts={found.facets[name] ?? []} query={props.query} month={name === "month"} />)}
          </aside>
          <section aria-label="نتیجه‌ها" aria-live="polite">
            <p class="count">{found.total === 0 ? "خبری یافت نشد." : `${persianNumber(found.total)} خبر`}
              {found.didYouMean && <> آیا منظورتان <Link href={address("/", props.query, { q: found.didYouMean })}>{found.didYouMean}</Link> بود؟</>}
            </p>
            {found.total === 0 && <p class="state">واژه‌های کمتر یا دیگری بنویسید، یا پالایش‌ها را بردارید.</p>}
            <Hits hits={found.hits.filter((hit) => !hit.partly)} />
            {found.hits.some((hit) => hit.partly) && <>
              <h2 class="partly">{persianNumber(found.partlyTotal)} خبر دیگر که تنها برخی از واژه‌ها را دارند</h2>
              <Hits hits={found.hits.filter((hit) => hit.partly)} />
            </>}
            {found.nextCursor && <Link class="more" href={`/?${new URLSearchParams([...[...props.query].filter(([name]) => name !== "cursor"), ["cursor", found.nextCursor]])}`}>نتیجه‌های بعدی</Link>}
          </section>
        </div>
      )}</Loaded>
    </>
  );
}

export function SearchBox(props: { query: URLSearchParams; path: string }) {
  const [text, setText] = useState(props.query.get("q") ?? "");
  const submit = (event: Event) => {
    event.preventDefault();
    go(address(props.path, props.query, { q: text.trim() }));
  };
  return (
    <form class="search" role="search" onSubmit={submit}>
      <input type="search" name="q" aria-label="واژه‌های جست‌وجو" placeholder="مانند: اورژانس اجتماعی" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <button type="submit">جست‌وجو</button>
    </form>
  );
}

/** The filters now in force, each with a way to drop it. */
export function Chosen(props: { query: URLSearchParams; path: string }) {
  const chosen = ["province", "outlet", "topic", "month", "official", "speaker", "kind", "from", "to"].filter((name) => props.query.get(name));
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen" aria-label="پالایش‌های برگزیده">
      {chosen.map((name) => (
        <li key={name}><Link href={address(props.path, props.query, { [name]: "" })} title="برداشتن">{name === "month" ? jalaliText(props.query.get(name)!) : props.query.get(name)} ✕</Link></li>
      ))}
    </ul>
  );
}

function Facet(props: { title: string; word: string; counts: FacetCount[]; query: URLSearchParams; month: boolean }) {
  if (props.counts.length === 0) return null;
  const counts = props.month ? [...props.counts].sort((a, b) => b.value.localeCompare(a.value)) : props.counts;
  return (
    <details class="facet" open>
      <summary>{props.title}</summary>
      <ul>
        {counts.slice(0, 12).map(({ value, count }) => (
          <li key={value}>
            <Link href={address("/", props.query, { [props.word]: props.query.get(props.word) === value ? "" : value })} current={props.query.get(props.word) === value}>
              <span>{props.month ? jalaliText(value) : value}</span><span class="number">{persianNumber(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

const Hits = (props: { hits: SearchHit[] }) => <ol class="hits">{props.hits.map((hit) => <Hit key={hit.id} hit={hit} />)}</ol>;

function Hit(props: { hit: SearchHit }) {
  const { hit } = props;
  return (
    <li>
      <h2><Link href={`/articles/${encodeURIComponent(hit.id)}`}><Highlighted text={hit.title} spans={hit.titleHighlights} /></Link></h2>
      <p class="meta">{[hit.publishedJalali && jalaliText(hit.publishedJalali), hit.outlet, hit.province, hit.clusterSize > 1 && `${persianNumber(hit.clusterSize)} نسخه`].filter(Boolean).join(" · ")}</p>
      <p><Highlighted text={hit.snippet} spans={hit.snippetHighlights} /></p>
    </li>
  );
}
