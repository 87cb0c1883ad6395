import type { Together as Found } from "../api/types";
import { useApi } from "../api/use";
import { apiWords } from "../parts/filter-words";
import { Choice } from "../parts/filters";
import { FindingText } from "../parts/finding";
import { topicText } from "../parts/labels";
import { Loaded } from "../parts/load";
import { Table } from "../parts/table";
import { persianNumber, persianRounded } from "../persian/digits";
import { address, go } from "../router";

const kinds: [value: string, name: string][] = [["official", "مسئول"], ["body", "نهاد"], ["topic", "موضوع"], ["place", "جای"], ["outlet", "رسانه"]];

const nameText = (kind: string, name: string): string => (kind === "topic" ? topicText(name) : name);

/** Who and what stands in the same stories of a query more often than by chance. */
export function Together({ query }: { query: URLSearchParams }) {
  const [of, beside] = [query.get("of") ?? "official", query.get("with") ?? "body"];
  const found = useApi<Found>("/api/trends/together", { ...apiWords(query), of, with: beside, limit: "15" });
  const set = (name: string) => (value: string) => go(address("/trends", query, { [name]: value }), true);
  const title = (kind: string) => kinds.find(([value]) => value === kind)?.[1] ?? kind;
  return (
    <section class="panel together">
      <div class="row apart">
        <h2>در کنار هم</h2>
        <div class="row"><Choice label="چه" value={of} none={null} set={set("of")} options={kinds} /><Choice label="با چه" value={beside} none={null} set={set("with")} options={kinds} /></div>
      </div>
      <Loaded answer={found} lines rows={2}>{(value) => (
        <div class="stack">
          <FindingText finding={value.finding} />
          {value.pairs.length > 0 && <Table caption={`${title(of)} و ${title(beside)} در یک رویداد خبری`} hideCaption rows={value.pairs} rowKey={({ first, second }) => `${first}\n${second}`} columns={[
            { title: title(of), head: true, cell: ({ first }) => nameText(of, first) }, { title: of === beside ? `${title(beside)} دیگر` : title(beside), cell: ({ second }) => nameText(beside, second) },
            { title: "با هم", number: true, cell: ({ together }) => persianNumber(together) }, { title: "چشم‌داشت", number: true, cell: ({ expected }) => persianRounded(expected) },
            { title: "نیروی پیوند (−۱ تا ۱)", number: true, cell: ({ npmi, significant }) => <>{persianRounded(npmi, 2)}{!significant && <span class="soft small"> شاید تصادفی</span>}</> },
          ]} />}
          <p class="meta">{value.denominatorFa}</p>
        </div>
      )}</Loaded>
    </section>
  );
}
