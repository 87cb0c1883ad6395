import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import type { Outlet } from "../api/types";
import { useApi } from "../api/use";
import { isoText, jalaliText } from "../persian/jalali";
import { Link, address, go } from "../router";
import { DateField } from "./date-field";
import { type FilterWord, filterNames } from "./filter-words";
import { Icon } from "./icons";
import { topicNames, topicText } from "./labels";
import { provinceNames } from "./provinces";
import { SearchBox } from "./search-box";

interface FiltersProps {
  path: string; query: URLSearchParams; fields: readonly FilterWord[];
  /** Readable names of the values of `kind`. */
  kinds?: Record<string, string>;
  search?: boolean; placeholder?: string; children?: ComponentChildren;
}

/** The same filters above every list: words, fields behind a button, and the ones in force, each with a way to drop it. */
export function Filters(props: FiltersProps) {
  const { path, query, fields } = props;
  const active = fields.filter((name) => name !== "q" && query.get(name));
  const [open, setOpen] = useState(false);
  const set = (name: string) => (value: string) => go(address(path, query, { [name]: value }));
  const form = useId();
  return (
    <section class="filters" aria-label="پالایش">
      <div class="bar">
        {props.search !== false && <SearchBox value={query.get("q") ?? ""} submit={set("q")} placeholder={props.placeholder} />}
        {fields.length > 0 && <button type="button" class="button" aria-expanded={open} aria-controls={form} onClick={() => setOpen(!open)}><Icon name="filter" />پالایش</button>}
        {props.children}
      </div>
      <div class="fields" id={form} hidden={!open}>
        {open && fields.map((name) => <FilterField key={name} name={name} value={query.get(name) ?? ""} set={set(name)} kinds={props.kinds} />)}
      </div>
      {active.length > 0 && (
        <ul class="chips" aria-label="پالایش‌های برگزیده">
          {active.map((name) => <li key={name}><Link href={address(path, query, { [name]: "" })} title="برداشتن این پالایش">{filterNames[name]}: {valueText(name, query.get(name)!, props.kinds)}<Icon name="close" /></Link></li>)}
          {active.length > 1 && <li><Link href={address(path, query, Object.fromEntries(active.map((name) => [name, ""])))}>برداشتن همه</Link></li>}
        </ul>
      )}
    </section>
  );
}

const valueText = (name: FilterWord, value: string, kinds?: Record<string, string>): string =>
  name === "from" || name === "to" ? (/^(?:1[7-9]|2)\d+-\d\d-\d\d$/.test(value) ? isoText(value) : jalaliText(value)) : name === "kind" ? (kinds?.[value] ?? value) : name === "topic" ? topicText(value) : value;

function FilterField(props: { name: FilterWord; value: string; set: (value: string) => void; kinds?: Record<string, string> }) {
  const { name, value, set } = props;
  const outlets = useApi<Outlet[]>(name === "outlet" ? "/api/sources" : null);
  const label = filterNames[name];
  if (name === "from" || name === "to") return <DateField label={label} value={value} set={set} atEnd={name === "to"} />;
  if (name === "province") return <Choice label={label} value={value} set={set} options={provinceNames.map((one) => [one, one])} />;
  if (name === "topic") return <Choice label={label} value={value} set={set} options={Object.entries(topicNames)} />;
  if (name === "kind") return <Choice label={label} value={value} set={set} options={Object.entries(props.kinds ?? {})} />;
  if (name === "outlet") return <Choice label={label} value={value} set={set} options={outlets.is === "ready" ? outlets.value.map(({ outlet }) => [outlet, outlet]) : []} />;
  return <Typed label={label} value={value} set={set} />;
}

export function Choice(props: { label: string; value: string; set: (value: string) => void; options: readonly (readonly [value: string, text: string])[]; none?: string | null }) {
  const id = useId();
  const listed = props.options.some(([value]) => value === props.value) || props.value === "";
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select class="select" id={id} value={props.value} onChange={(event) => props.set(event.currentTarget.value)}>
        {props.none !== null && <option value="">{props.none ?? "همه"}</option>}
        {!listed && <option value={props.value}>{props.value}</option>}
        {props.options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </div>
  );
}

export function Typed(props: { label: string; value: string; set: (value: string) => void; placeholder?: string }) {
  const id = useId();
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const take = () => { if (text.trim() !== props.value) props.set(text.trim()); };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input class="input" id={id} value={text} placeholder={props.placeholder} onInput={(event) => setText(event.currentTarget.value)} onBlur={take} onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); take(); } }} />
    </div>
  );
}
