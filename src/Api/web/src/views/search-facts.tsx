import type { FactHit, FactResults } from "../api/types";
import { useApi } from "../api/use";
import { Folding } from "../parts/fact-list";
import { apiWords } from "../parts/filter-words";
import { FactSource } from "../parts/fact-source";
import { factKinds, factText, figureKinds, statementKinds, strengths } from "../parts/labels";
import { Loaded } from "../parts/load";
import { Pager } from "../parts/pager";
import { Highlighted } from "../parts/text";
import { persianNumber } from "../persian/digits";
import { jalaliText } from "../persian/jalali";
import { Link, address } from "../router";
import { DidYouMean, Facets, Nothing } from "./search";

const facetNames: [name: string, title: string][] = [["fact", "داده"], ["kind", "گونه"], ["speaker", "گوینده"], ["province", "استان"], ["outlet", "رسانه"], ["year", "سال"]];
const orders: [value: string, name: string][] = [["", "مرتبط‌ترین"], ["newest", "تازه‌ترین"], ["oldest", "کهنه‌ترین"]];
const kindName = (value: string): string => statementKinds[value] ?? figureKinds[value] ?? strengths[value] ?? value;

const label = (facet: string, value: string): string =>
  facet === "fact" ? (factKinds[value as FactHit["fact"]] ?? value) : facet === "kind" ? kindName(value) : facet === "year" ? jalaliText(value) : value;

/** Statements, figures and pledges as hits, each with its sentence. */
export function FactResultsView({ query }: { query: URLSearchParams }) {
  const results = useApi<FactResults>("/api/search/facts", apiWords(query, "fact", "order", "cursor", "fold"));
  return (
    <Loaded answer={results} rows={6} asked={query.get("q")}>{(found) => (
      <div class="searching">
        <Facets facets={found.facets} names={facetNames} query={query} total={found.total} labels={label} />
        <section aria-label="نتیجه‌ها">
          <div class="count">
            <h2 aria-live="polite">{found.total === 0 ? "داده‌ای یافت نشد" : `${persianNumber(found.total)} داده`}</h2>
            <nav class="switch" aria-label="ترتیب">{orders.map(([value, name]) => <Link key={value} href={address("/", query, { order: value })} current={(query.get("order") ?? "") === value}>{name}</Link>)}</nav>
          </div>
          <Folding path="/" query={query} total={found.total} />
          <DidYouMean suggestion={found.didYouMean} query={query} />
          {found.total === 0 && <Nothing query={query} />}
          <ol class="hits">{found.hits.map((hit) => <FactLine key={hit.id} hit={hit} />)}</ol>
          <Pager path="/" query={query} next={found.nextCursor} what="داده‌های" />
        </section>
      </div>
    )}</Loaded>
  );
}

function FactLine({ hit }: { hit: FactHit }) {
  const fact = hit.statement ?? hit.figure ?? hit.pledge;
  return (
    <li class="fact-hit">
      <p class="meta"><span class={`badge is-${hit.fact}`}>{factKinds[hit.fact]}</span><span>{kindName(hit.kind)}</span>{hit.speaker && <Link href={`/officials/${encodeURIComponent(hit.speaker)}`}>{hit.speaker}</Link>}</p>
      {fact && hit.fact !== "statement" && <p class="strong">{factText(hit.fact, fact)}</p>}
      <p><Highlighted text={hit.snippet} spans={hit.snippetHighlights} /></p>
      <p class="meta"><FactSource fact={hit} /><span>{hit.title}</span></p>
    </li>
  );
}
