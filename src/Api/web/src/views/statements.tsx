import type { Statement } from "../api/types";
import { FactList, KindPills } from "../parts/fact-list";
import { FactSource, VerdictBadge } from "../parts/fact-source";
import { apiWords } from "../parts/filter-words";
import { Filters } from "../parts/filters";
import { Head } from "../parts/head";
import { statementKinds } from "../parts/labels";
import { verbatim } from "../persian/copy";
import { Link } from "../router";
import type { ViewProps } from "../views";

const fields = ["speaker", "province", "outlet", "topic", "official", "from", "to"] as const;

/** Who said what, newest first. */
export function StatementsView({ query }: ViewProps) {
  return (
    <>
      <Head title="گفته‌ها" about="هر گفته با گوینده، فعل و گونهٔ آن. واژه‌ها در خبری که گفته در آن آمده جست‌وجو می‌شود." />
      <Filters path="/statements" query={query} fields={fields} placeholder="واژه‌ای که در خبر هست" />
      <div class="stack">
        <KindPills path="/statements" query={query} word="kind" names={statementKinds} label="گونهٔ گفته" />
        <FactList<Statement> kind="statements" what="گفته" words={apiWords(query, "cursor", "verdict", "fold")} query={query}>{(items) => (
          <ol class="facts">{items.map((fact) => <StatementLine key={fact.id} fact={fact} />)}</ol>
        )}</FactList>
      </div>
    </>
  );
}

export const StatementLine = ({ fact, quiet }: { fact: Statement; quiet?: boolean }) => (
  <li class="fact-line is-statement">
    <p class="meta">
      {!quiet && (fact.speaker ? <Link class="strong" href={`/officials/${encodeURIComponent(fact.speaker)}`}>{fact.speaker}</Link> : <span>بی‌نام</span>)}
      {fact.verb && <span>{fact.verb}</span>}<span class="badge is-statement">{statementKinds[fact.kind] ?? fact.kind}</span><VerdictBadge verdict={fact.verdict} />
    </p>
    <blockquote {...verbatim}>{fact.text}</blockquote>
    <FactSource fact={fact} />
  </li>
);
