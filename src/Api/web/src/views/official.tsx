import type { PersonPage } from "../api/types";
import { useApi } from "../api/use";
import { Head } from "../parts/head";
import { figureText, postText } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { FactSource } from "../parts/fact-source";
import { Table } from "../parts/table";
import { verbatim } from "../persian/copy";
import { persianNumber } from "../persian/digits";
import { jalaliText, monthsBetween } from "../persian/jalali";
import { Link, articleAddress } from "../router";
import type { ViewProps } from "../views";
import { PledgeLine } from "./pledges";
import { StatementLine } from "./statements";

/** One person: posts over time, what he said, promised and counted, and who speaks beside him. */
export function OfficialView({ id }: ViewProps) {
  const person = useApi<PersonPage>(`/api/officials/${encodeURIComponent(id)}`);
  if (person.is === "failed" && person.problem.status === 404) return <Unregistered name={id} />;
  return <Loaded answer={person} whole>{(value) => <Shown person={value} />}</Loaded>;
}

/** Whoever speaks without a post is not in the register; his words still are in the lists. */
function Unregistered({ name }: { name: string }) {
  const speaker = encodeURIComponent(name);
  return (
    <div class="stack-wide">
      <Head title={name} />
      <State icon="person" title="هیچ خبری به این نام سمتی نداده است">
        <p>آنچه از او آمده: <Link href={`/statements?speaker=${speaker}`}>گفته‌ها</Link>، <Link href={`/figures?speaker=${speaker}`}>رقم‌ها</Link>، <Link href={`/pledges?as=list&speaker=${speaker}`}>وعده‌ها</Link></p>
      </State>
    </div>
  );
}

function Shown({ person }: { person: PersonPage }) {
  const speaker = encodeURIComponent(person.name);
  const current = person.posts.filter((post) => post.current);
  return (
    <div class="stack-wide">
      <Head title={person.name} about={current.map(postText).join(" · ") || undefined} />
      {person.mayBeSeveral && <p class="note warn">سمت‌هایی هم‌زمان در استان‌های گوناگون به این نام داده شده است؛ شاید چند نفر هم‌نام باشند.</p>}
      <dl class="tiles">
        <div><dt>خبر</dt><dd><Link href={`/?official=${speaker}`}>{persianNumber(person.articles)}</Link></dd></div>
        <div><dt>گفته</dt><dd><Link href={`/statements?speaker=${speaker}`}>{persianNumber(person.statements.total)}</Link></dd></div>
        <div><dt>رقم</dt><dd><Link href={`/figures?speaker=${speaker}`}>{persianNumber(person.figures.total)}</Link></dd></div>
        <div><dt>وعده</dt><dd><Link href={`/pledges?as=list&speaker=${speaker}`}>{persianNumber(person.pledges.total)}</Link></dd></div>
        <div><dt>وعدهٔ سررسیدگذشته</dt><dd class={person.pledges.overdue > 0 ? "danger" : undefined}><Link href={`/pledges?as=list&status=overdue&speaker=${speaker}`}>{persianNumber(person.pledges.overdue)}</Link></dd></div>
      </dl>
      <section class="panel">
        <h2>سمت‌ها در گذر زمان</h2>
        <ol class="posts">{[...person.posts].reverse().map((post) => (
          <li key={postText(post) + (post.from ?? "")} class={post.current ? "current" : undefined}>
            <p class="strong">{postText(post)}{post.current && <span class="badge good">آخرین</span>}</p>
            <p class="meta">{post.fromJalali ? `${jalaliText(post.fromJalali)}${post.toJalali !== post.fromJalali && post.toJalali ? ` تا ${jalaliText(post.toJalali)}` : ""}` : "بی‌تاریخ"} · در {persianNumber(post.articles)} خبر · <Link href={articleAddress(post.evidence.articleId, post.evidence.factId)}>سند</Link></p>
          </li>
        ))}</ol>
        <p class="hint">آغاز و پایان، نخستین و آخرین روزی است که خبری این سمت را به او داده؛ نه روز گماردن یا کناره‌گیری.</p>
      </section>
      {person.months.length > 1 && <Months months={person.months} />}
      <div class="grid">
        <section><div class="count"><h2>گفته‌ها</h2>{person.statements.total > 0 && <Link href={`/statements?speaker=${speaker}`}>همهٔ {persianNumber(person.statements.total)}</Link>}</div>
          {person.statements.total === 0 ? <p class="soft">گفته‌ای از او نیست.</p> : <ol class="facts">{person.statements.items.map((fact) => <StatementLine key={fact.id} fact={fact} quiet />)}</ol>}</section>
        <section><div class="count"><h2>وعده‌ها</h2>{person.pledges.total > 0 && <Link href={`/pledges?as=list&speaker=${speaker}`}>همهٔ {persianNumber(person.pledges.total)}</Link>}</div>
          {person.pledges.total === 0 ? <p class="soft">وعده‌ای از او نیست.</p> : <ol class="facts">{person.pledges.items.map((fact) => <PledgeLine key={fact.id} fact={fact} />)}</ol>}</section>
      </div>
      <div class="grid">
        <section class="panel"><div class="count"><h2>رقم‌ها</h2>{person.figures.total > 0 && <Link href={`/figures?speaker=${speaker}`}>همهٔ {persianNumber(person.figures.total)}</Link>}</div>
          {person.figures.total === 0 ? <p class="soft">رقمی از او نیست.</p> : <ul class="lines">{person.figures.items.map((fact) => <li key={fact.id}><span class="strong number">{figureText(fact)}</span> <span {...verbatim}>{fact.counted}</span> <FactSource fact={fact} /></li>)}</ul>}</section>
        <section class="panel"><h2>هم‌سخنان</h2>
          {person.coSpeakers.length === 0 ? <p class="soft">در خبرهای او کس دیگری سخن نگفته است.</p> : <ul class="lines">{person.coSpeakers.map((other) => <li key={other.id} class="row apart"><Link href={`/officials/${encodeURIComponent(other.id)}`}>{other.name}</Link><span class="meta">{persianNumber(other.articles)} خبر</span></li>)}</ul>}</section>
      </div>
    </div>
  );
}

/** Articles a month as bars, with the table behind them. */
function Months({ months }: { months: PersonPage["months"] }) {
  const byMonth = new Map(months.map((month) => [month.month, month]));
  const all = monthsBetween(months[0]!.month, months.at(-1)!.month).slice(-60);
  const most = Math.max(...months.map(({ articles }) => articles));
  return (
    <section class="panel">
      <h2>حضور در خبرها</h2>
      <div class="spark" role="img" aria-label="خبرهای هر ماه؛ عددها در جدول زیر">{all.map((month) => <span key={month} title={`${jalaliText(month)}: ${persianNumber(byMonth.get(month)?.articles ?? 0)} خبر`} style={{ blockSize: `${((byMonth.get(month)?.articles ?? 0) / most) * 100}%` }} />)}</div>
      <p class="row apart meta"><span>{jalaliText(all[0]!)}</span><span>{jalaliText(all.at(-1)!)}</span></p>
      <details><summary>جدول داده</summary><Table caption="خبرهای هر ماه" hideCaption rows={months} rowKey={({ month }) => month} columns={[
        { title: "ماه", head: true, cell: ({ month }) => jalaliText(month) }, { title: "خبر", number: true, cell: ({ articles }) => persianNumber(articles) }, { title: "گفته", number: true, cell: ({ statements }) => persianNumber(statements) },
      ]} /></details>
    </section>
  );
}
