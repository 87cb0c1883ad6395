import type { Figure } from "../api/types";
import { FactList, KindPills } from "../parts/fact-list";
import { FactSource, VerdictBadge } from "../parts/fact-source";
import { apiWords } from "../parts/filter-words";
import { Filters } from "../parts/filters";
import { Head } from "../parts/head";
import { changeNames, figureKinds, figureText } from "../parts/labels";
import { type Column, Table } from "../parts/table";
import { checkText } from "../persian/sums";
import { Link, address } from "../router";
import type { ViewProps } from "../views";
import { FigurePivot } from "./figures-pivot";
import { FigureSeriesView } from "./figures-series";

const fields = ["province", "place", "outlet", "topic", "speaker", "kind", "from", "to"] as const;
const views: [value: string, name: string][] = [["", "جدول"], ["pivot", "جای و ماه"], ["series", "نمودار یک رقم"]];

/** Numbers that measure something: as a table, crossed by place and month, or one of them over time. */
export function FiguresView({ query }: ViewProps) {
  const view = query.get("as") ?? "";
  return (
    <>
      <Head title="رقم‌ها" about="هر عددی که چیزی را می‌سنجد، با یکا، آنچه می‌شمارد و جمله‌اش." />
      <Filters path="/figures" query={query} fields={fields} kinds={figureKinds} placeholder="واژه‌ای که در خبر هست">
        <nav class="switch" aria-label="نما">{views.map(([value, name]) => <Link key={value} href={address("/figures", query, { as: value })} current={view === value}>{name}</Link>)}</nav>
      </Filters>
      <div class="stack">
        {view !== "series" && <KindPills path="/figures" query={query} word="kind" names={figureKinds} label="گونهٔ رقم" />}
        {view === "pivot" ? <FigurePivot query={query} /> : view === "series" ? <FigureSeriesView query={query} /> : (
          <FactList<Figure> kind="figures" what="رقم" words={apiWords(query, "cursor", "verdict", "fold")} query={query}>{(items) => (
            <Table caption="رقم‌ها" hideCaption columns={items.some(({ check }) => check) ? [...columns, checked] : columns} rows={items} rowKey={({ id }) => id} />
          )}</FactList>
        )}
      </div>
    </>
  );
}

const columns: Column<Figure>[] = [
  { title: "مقدار", head: true, cell: (fact) => <><span class="number strong">{figureText(fact)}</span> {fact.change && <span class="badge">{changeNames[fact.change] ?? fact.change}</span>}<VerdictBadge verdict={fact.verdict} /></> },
  { title: "از چه", cell: (fact) => (fact.counted ? <Link href={`/figures?as=series&counted=${encodeURIComponent(fact.counted)}&unit=${encodeURIComponent(fact.unit)}`} title="نمودار این رقم">{fact.counted}</Link> : "—") },
  { title: "گونه", cell: (fact) => figureKinds[fact.kind] ?? fact.kind },
  { title: "جای", cell: (fact) => fact.place ?? "—" },
  { title: "گوینده", cell: (fact) => (fact.speaker ? <Link href={`/officials/${encodeURIComponent(fact.speaker)}`}>{fact.speaker}</Link> : "—") },
  { title: "منبع", cell: (fact) => <FactSource fact={fact} /> },
];

const checked: Column<Figure> = { title: "سنجش درون خبر", cell: (fact) => fact.check && checkText(fact.check) };
