import { useEffect, useMemo } from "preact/hooks";
import type { Article, Fact, FactKind, Similar } from "../api/types";
import { useApi } from "../api/use";
import { FactCard } from "../parts/fact-card";
import { useTitle } from "../parts/head";
import { Icon } from "../parts/icons";
import { dayText, factText, topicText } from "../parts/labels";
import { Loaded } from "../parts/load";
import { MarkedText } from "../parts/marked-text";
import { type Marked, allFacts } from "../parts/marks";
import { verbatim } from "../persian/copy";
import { persianNumber } from "../persian/digits";
import { Link, address, articleAddress, go } from "../router";
import type { ViewProps } from "../views";

const kinds: FactKind[] = ["official", "figure", "pledge", "statement"];
const plurals: Record<FactKind, string> = { official: "مسئولان", figure: "رقم‌ها", pledge: "وعده‌ها", statement: "گفته‌ها" };

/** An article with each fact marked where it stands. */
export function ArticleView({ query, id }: ViewProps) {
  const article = useApi<Article>(`/api/articles/${encodeURIComponent(id)}`);
  return <Loaded answer={article} whole>{(value) => <Read article={value} query={query} />}</Loaded>;
}

function Read({ article, query }: { article: Article; query: URLSearchParams }) {
  useTitle(article.title ?? "خبر");
  const facts = useMemo(() => allFacts(article), [article]);
  const hidden = new Set((query.get("hide") ?? "").split(",").filter(Boolean));
  const chosen = facts.find(({ fact }) => fact.id === query.get("fact")) ?? null;
  const path = articleAddress(article.id);
  const choose = (fact: string | null) => go(address(path, query, { fact: fact ?? "" }), true);
  useEffect(() => {
    if (chosen) document.querySelector(`[data-facts~="${CSS.escape(chosen.fact.id)}"]`)?.scrollIntoView({ block: "center" });
  }, [article.id, chosen?.fact.id]);
  const shown = facts.filter(({ kind }) => !hidden.has(kind));
  return (
    <div class="reading">
      <article>
        <header>
          <p class="meta row"><span>{dayText(article.publishedJalali)}</span>{article.outlet && <Link href={`/?outlet=${encodeURIComponent(article.outlet)}`}>{article.outlet}</Link>}{article.province && <Link href={`/?province=${encodeURIComponent(article.province)}`}>{article.province}</Link>}{article.topics.map((topic) => <Link key={topic} href={`/?topic=${encodeURIComponent(topic)}`}>{topicText(topic)}</Link>)}</p>
          <div class="legend-bar" role="group" aria-label="نشان‌ها در متن">
            {kinds.map((kind) => {
              const count = facts.filter((one) => one.kind === kind).length;
              const next = new Set(hidden);
              if (!next.delete(kind)) next.add(kind);
              return <button key={kind} type="button" class={`badge is-${kind}`} aria-pressed={!hidden.has(kind)} disabled={count === 0} onClick={() => go(address(path, query, { hide: [...next].join(",") }), true)}>{plurals[kind]} {persianNumber(count)}</button>;
            })}
          </div>
        </header>
        <MarkedText article={article} facts={shown} chosen={chosen?.fact.id ?? null} choose={choose} />
        <p class="links row">
          {article.url?.startsWith("http") && <a class="button" href={article.url} rel="noreferrer noopener"><Icon name="out" />خبر در رسانه</a>}
          {article.source.startsWith("http") && <a class="button" href={`/api/articles/${encodeURIComponent(article.id)}/page`}><Icon name="copy" />صفحهٔ نگه‌داشته</a>}
          <a class="button" href={`/api/articles/${encodeURIComponent(article.id)}`}>JSON</a>
          <button type="button" class="button" onClick={() => print()}>چاپ</button>
        </p>
        <AlikeStories id={article.id} />
      </article>
      <aside aria-label="داده‌های خبر">
        {chosen
          ? <FactCard kind={chosen.kind} fact={chosen.fact} review={article.reviews?.[chosen.fact.id]} close={() => choose(null)} />
          : facts.length > 0 && <p class="note plain small">روی هر نشان در متن بزنید یا با صفحه‌کلید به آن بروید تا دادهٔ ساختارمند، قاعده و اطمینان آن را ببینید.</p>}
        {facts.length === 0 && <p class="note plain small">در این خبر داده‌ای یافت نشد.</p>}
        {kinds.map((kind) => <FactIndex key={kind} kind={kind} facts={shown.filter((one) => one.kind === kind)} chosen={chosen?.fact.id ?? null} choose={choose} />)}
      </aside>
    </div>
  );
}

function FactIndex(props: { kind: FactKind; facts: Marked[]; chosen: string | null; choose: (id: string) => void }) {
  if (props.facts.length === 0) return null;
  return (
    <details class="fact-index" open={props.kind !== "statement" || props.facts.length < 6}>
      <summary>{plurals[props.kind]} <span class="soft">{persianNumber(props.facts.length)}</span></summary>
      <ul>{props.facts.map(({ kind, fact }) => <li key={fact.id}><button type="button" class={`is-${kind}`} aria-pressed={fact.id === props.chosen} onClick={() => props.choose(fact.id)}>{short(kind, fact)}</button></li>)}</ul>
    </details>
  );
}

function short(kind: FactKind, fact: Fact): string {
  const text = factText(kind, fact);
  return text.length > 110 ? `${text.slice(0, 108)}…` : text;
}

/** Other stories of the same matter, with the words that made them alike. */
function AlikeStories({ id }: { id: string }) {
  const similar = useApi<Similar>(`/api/articles/${encodeURIComponent(id)}/similar`, { limit: "5" });
  if (similar.is !== "ready" || similar.value.hits.length === 0) return null;
  return (
    <section class="alike">
      <h2>خبرهای همانند</h2>
      <p class="meta">به سبب: {similar.value.terms.slice(0, 8).join("، ")}</p>
      <ul>{similar.value.hits.map((hit) => <li key={hit.id}><Link href={articleAddress(hit.id)} {...verbatim}>{hit.title}</Link> <span class="meta">{[dayText(hit.publishedJalali), hit.outlet].filter(Boolean).join(" · ")}</span></li>)}</ul>
    </section>
  );
}
