import type { FactPage, Person } from "../api/types";
import { useApi } from "../api/use";
import { Exports } from "../parts/exports";
import { apiWords } from "../parts/filter-words";
import { Filters } from "../parts/filters";
import { Head } from "../parts/head";
import { postText } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { Pager } from "../parts/pager";
import { type Column, Table } from "../parts/table";
import { persianNumber } from "../persian/digits";
import { jalaliText } from "../persian/jalali";
import { Link, address } from "../router";
import type { ViewProps } from "../views";

const fields = ["province", "place", "outlet", "topic", "from", "to"] as const;
const orders: [value: string, name: string][] = [["", "بیشترین خبر"], ["newest", "تازه‌ترین"], ["name", "الفبا"]];

/** Everybody to whom an article gives a post, one row a person. */
export function OfficialsView({ query }: ViewProps) {
  const words = apiWords(query, "order", "cursor");
  const page = useApi<FactPage<Person>>("/api/officials/register", words);
  return (
    <>
      <Head title="مسئولان" about="هر کس که خبری به او سمتی داده است. نام‌های هم‌نوشت یکی شمرده می‌شوند." />
      <Filters path="/officials" query={query} fields={fields} placeholder="نام یا سمت، مانند: مدیرکل بهزیستی" />
      <Loaded answer={page} lines rows={10}>{(found) => (
        <>
          <div class="count">
            <h2 aria-live="polite">{found.total === 0 ? "کسی یافت نشد" : `${persianNumber(found.total)} نفر`}</h2>
            <div class="row">
              <nav class="switch" aria-label="ترتیب">{orders.map(([value, name]) => <Link key={value} href={address("/officials", query, { order: value })} current={(query.get("order") ?? "") === value}>{name}</Link>)}</nav>
              {found.total > 0 && <Exports kind="officials" words={words} />}
            </div>
          </div>
          {found.total === 0
            ? <State icon="person" title="کسی با این نام یا سمت نیست"><p>بخشی از نام را بنویسید یا <Link href="/officials">همه را ببینید</Link>.</p></State>
            : <Table caption="مسئولان" hideCaption columns={columns} rows={found.items} rowKey={({ id }) => id} />}
          <Pager path="/officials" query={query} next={found.nextCursor} what="نفرهای" />
        </>
      )}</Loaded>
    </>
  );
}

const columns: Column<Person>[] = [
  { title: "نام", head: true, cell: (person) => <Link href={`/officials/${encodeURIComponent(person.id)}`}>{person.name}</Link> },
  { title: "آخرین سمت", cell: (person) => (person.posts[0] ? postText(person.posts[0]) : "—") },
  { title: "خبر", number: true, cell: (person) => persianNumber(person.articles) },
  { title: "گفته", number: true, cell: (person) => persianNumber(person.counts.statements) },
  { title: "رقم", number: true, cell: (person) => persianNumber(person.counts.figures) },
  { title: "وعده", number: true, cell: (person) => persianNumber(person.counts.pledges) },
  { title: "آخرین خبر", cell: (person) => (person.lastDayJalali ? jalaliText(person.lastDayJalali) : "—") },
];
