import type { Emerging as Found } from "../api/types";
import { useApi } from "../api/use";
import { apiWords } from "../parts/filter-words";
import { FindingText } from "../parts/finding";
import { KeynessList } from "../parts/keyness";
import { keynessKinds } from "../parts/labels";
import { Loaded } from "../parts/load";

/** What the last days write about more than the months before them. */
export function Emerging({ query }: { query: URLSearchParams }) {
  const { from: _, ...words } = apiWords(query);
  const emerging = useApi<Found>("/api/trends/emerging", { ...words, days: "30", background: "365", limit: "8" });
  return (
    <Loaded answer={emerging} rows={1}>{(found) => (
      <section class="panel emerging">
        <h2>آنچه تازه سر برآورده</h2>
        <p class="meta">{found.window.labelFa} در برابر {found.background.labelFa}</p>
        <FindingText finding={found.finding} />
        <div class="grid narrow">{found.lists.filter(({ items }) => items.length > 0).map(({ kind, items }) => <section key={kind}><h3>{keynessKinds[kind]}</h3><KeynessList kind={kind} items={items} a={found.background.labelFa} b={found.window.labelFa} /></section>)}</div>
      </section>
    )}</Loaded>
  );
}
