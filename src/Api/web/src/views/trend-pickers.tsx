import { useState } from "preact/hooks";
import { Icon } from "../parts/icons";
import { provinceNames } from "../parts/provinces";
import { SearchBox } from "../parts/search-box";
import { Link, address, go } from "../router";

/** The most lines a chart can be read with. */
const most = 5;

/** Queries to compare, each with a way to drop it. */
export function QueryPicker({ query }: { query: URLSearchParams }) {
  const queries = query.getAll("q").filter(Boolean);
  const [round, setRound] = useState(0);
  const add = (words: string) => {
    setRound(round + 1);
    if (words && !queries.includes(words)) go(address("/trends", query, { q: [...queries, words] }));
  };
  return (
    <div class="stack">
      {queries.length < most && <SearchBox key={round} value="" submit={add} button="افزودن" label="پرسش برای سنجیدن" placeholder={queries.length === 0 ? "موضوعی بنویسید، مانند: اورژانس اجتماعی" : "پرسش دیگری برای سنجیدن"} />}
      <Chosen names={queries} drop={(name) => address("/trends", query, { q: queries.filter((one) => one !== name) })} />
    </div>
  );
}

/** One query, and the provinces in which it is compared. */
export function ProvincePicker({ query }: { query: URLSearchParams }) {
  const chosen = query.getAll("p").filter(Boolean);
  return (
    <div class="stack">
      <SearchBox value={query.get("q") ?? ""} submit={(q) => go(address("/trends", query, { q }))} button="به‌کار بردن" label="پرسش" placeholder="موضوعی بنویسید (بی آن: همهٔ خبرها)" />
      <div class="row">
        {chosen.length < most && (
          <select class="select chooser" aria-label="افزودن استان" value="" onChange={(event) => { const name = event.currentTarget.value; event.currentTarget.value = ""; if (name) go(address("/trends", query, { p: [...chosen, name] })); }}>
            <option value="">افزودن استان …</option>
            {provinceNames.filter((name) => !chosen.includes(name)).map((name) => <option key={name} value={name}>{name}</option>)}
          </select>
        )}
        <Chosen names={chosen} drop={(name) => address("/trends", query, { p: chosen.filter((one) => one !== name) })} />
      </div>
    </div>
  );
}

const Chosen = (props: { names: string[]; drop: (name: string) => string }) => (props.names.length === 0 ? null : (
  <ul class="chips" aria-label="برگزیده‌ها">{props.names.map((name) => <li key={name}><Link href={props.drop(name)} title="برداشتن">{name}<Icon name="close" /></Link></li>)}</ul>
));
