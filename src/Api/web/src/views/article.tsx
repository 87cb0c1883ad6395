import { useEffect, useMemo, useState } from "preact/hooks";
import type { Article, Figure, Official, Pledge, Statement } from "../api";
import { dateText, figureNotes, figureText, officialPost, pledgeNotes, statementNotes, why } from "../parts/facts";
import { Loaded, useApi } from "../parts/load";
import { type FactKind, type Marked, allFacts, pieces } from "../parts/marks";
import { jalaliText } from "../persian";
import { Link } from "../router";

const kindNames: Record<FactKind, string> = { official: "مسئول", statement: "گفته", figure: "رقم", pledge: "وعده" };

export function ArticleView(props: { id: string; fact: string | null }) {
  const article = useApi<Article>(`/api/articles/${encodeURIComponent(props.id)}`);
  return <Loaded state={article}>{(value) => <Read article={value} fact={props.fact} />}</Loaded>;
}

function Read(props: { article: Article; fact: string | null }) {
  const { article } = props;
  const facts = useMemo(() => allFacts(article), [article]);
  const [chosen, setChosen] = useState(props.fact);
  useEffect(() => {
    document.title = `${article.title} · نیوزماینر`;
    if (props.fact) document.querySelector(`[data-facts~="${CSS.escape(props.fact)}"]`)?.scrollIntoView({ block: "center" });
  }, [article, props.fact]);
  const selected = facts.find(({ fact }) => fact.id === chosen);
  let start = 0;
  const blocks = [article.title, ...article.paragraphs].map((text) => {
    const block = { start, end: start + text.length };
    start = block.end + 1;
    return block;
  });
  const marked = (block: { start: number; end: number }) =>
    pieces(article.text, block.start, block.end, facts).map((piece, index) => <Part key={index} piece={piece} chosen={chosen} choose={setChosen} />);
  const [title, ...body] = blocks;
  return (
    <div class="columns article">
      <article>
        <p class="meta">{[article.publishedJalali && jalaliText(article.publishedJalali), article.outlet, article.province, ...article.topics].filter(Boolean).join(" · ")}</p>
        <h1>{title && marked(title)}</h1>
        {body.map((block) => <p key={block.start}>{marked(block)}</p>)}
        <p class="links">
          {article.url?.startsWith("http") && <a href={article.url} rel="noreferrer">خبر در رسانه</a>}
          <a href={`/api/articles/${encodeURIComponent(article.id)}/page`}>صفحهٔ نگه‌داشته</a>
          <a href={`/api/articles/${encodeURIComponent(article.id)}`}>JSON</a>
        </p>
      </article>
      <aside aria-label="داده‌های خبر">
        {selected && <Chosen marked={selected} />}
        <Facts title="مسئولان" facts={facts.filter(({ kind }) => kind === "official")} choose={setChosen} />
        <Facts title="رقم‌ها" facts={facts.filter(({ kind }) => kind === "figure")} choose={setChosen} />
        <Facts title="وعده‌ها" facts={facts.filter(({ kind }) => kind === "pledge")} choose={setChosen} />
        <Facts title="گفته‌ها" facts={facts.filter(({ kind }) => kind === "statement")} choose={setChosen} />
      </aside>
    </div>
  );
}

function Part(props: { piece: { text: string; facts: Marked[] }; chosen: string | null; choose: (id: string) => void }) {
  const { text, facts } = props.piece;
  const inner = facts.at(-1);
  if (!inner) return <>{text}</>;
  const kinds = [...new Set(facts.map(({ kind }) => kind))].map((kind) => `is-${kind}`).join(" ");
  const lit = facts.some(({ fact }) => fact.id === props.chosen) ? " chosen" : "";
  return (
    <span class={`fact ${kinds}${lit}`} data-facts={facts.map(({ fact }) => fact.id).join(" ")} title={facts.map(summary).join("\n")} onClick={() => props.choose(inner.fact.id)}>{text}</span>
  );
}

/** One line that says what a fact states. */
function summary({ kind, fact }: Marked): string {
  switch (kind) {
    case "official": return `${(fact as Official).name} — ${officialPost(fact as Official)}`;
    case "statement": return `گفته: ${statementNotes(fact as Statement)}`;
    case "figure": return `${figureText(fact as Figure)} — ${figureNotes(fact as Figure)}`;
    case "pledge": return `وعده: ${(fact as Pledge).action} — ${pledgeNotes(fact as Pledge)}`;
  }
}

function Chosen({ marked }: { marked: Marked }) {
  return (
    <section class="card" aria-live="polite">
      <h2>{kindNames[marked.kind]}</h2>
      <p>{summary(marked)}</p>
      <blockquote>{marked.fact.sentence}</blockquote>
      <p class="meta">{why(marked.fact)}</p>
    </section>
  );
}

function Facts(props: { title: string; facts: Marked[]; choose: (id: string) => void }) {
  if (props.facts.length === 0) return null;
  const show = (id: string) => {
    props.choose(id);
    document.querySelector(`[data-facts~="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" });
  };
  return (
    <details class="facet" open={props.facts.length < 15}>
      <summary>{props.title}</summary>
      <ul>{props.facts.map((marked) => <li key={marked.fact.id}><button type="button" class={`fact-line is-${marked.kind}`} onClick={() => show(marked.fact.id)}>{summary(marked)}</button></li>)}</ul>
    </details>
  );
}

/** The way from a fact anywhere to its marked sentence. */
export function FactSource(props: { fact: { id: string; articleId: string; publishedJalali: string | null; outlet: string | null } }) {
  return <Link class="meta" href={`/articles/${encodeURIComponent(props.fact.articleId)}?fact=${props.fact.id}`}>{[dateText(props.fact), props.fact.outlet].filter(Boolean).join(" · ")}</Link>;
}
