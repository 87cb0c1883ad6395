import type { ComponentChildren } from "preact";
import type { Words } from "../api/client";
import type { FactPage } from "../api/types";
import { useApi } from "../api/use";
import { persianNumber } from "../persian/digits";
import { anyOf, pluralOf } from "../persian/words";
import { Link, address } from "../router";
import { Exports } from "./exports";
import { Loaded, State } from "./load";
import { Pager } from "./pager";

interface Listed { id: string }

/** A list of facts of one kind from the API, with its exact total, export and paging. */
export function FactList<T extends Listed>(props: { kind: string; what: string; words: Words; query: URLSearchParams; tools?: ComponentChildren; children: (items: T[]) => ComponentChildren }) {
  const here = `/${props.kind}`;
  const page = useApi<FactPage<T>>(`/api/${props.kind}`, props.words);
  return (
    <Loaded answer={page} lines rows={10}>{(found) => (
      <>
        <div class="count">
          <h2 aria-live="polite">{found.total === 0 ? `${anyOf(props.what)} یافت نشد` : `${persianNumber(found.total)} ${props.what}`}</h2>
          <div class="row">{props.tools}{found.total > 0 && <Exports kind={props.kind} words={props.words} />}</div>
        </div>
        <Folding path={here} query={props.query} total={found.total} />
        {found.total === 0
          ? <State icon="filter" title="با این پالایش چیزی نیست"><p>واژه‌ها یا پالایش‌ها را کمتر کنید. <Link href={address(here, new URLSearchParams(), {})}>همه را نشان بده</Link>.</p></State>
          : props.children(found.items)}
        <Pager path={here} query={props.query} next={found.nextCursor} what={pluralOf(props.what)} />
      </>
    )}</Loaded>
  );
}

/** Says whether copies of a story are counted as one, with the way to the other count. */
export const Folding = (props: { path: string; query: URLSearchParams; total: number }) => props.total === 0 ? null : (
  <p class="meta folding">{props.query.get("fold") === "false"
    ? <>هر رونوشت جدا شمرده شده است. <Link href={address(props.path, props.query, { fold: "" })}>یکی‌شمردن رونوشت‌ها</Link></>
    : <>رونوشت‌های یک خبر یک بار شمرده شده‌اند. <Link href={address(props.path, props.query, { fold: "false" })}>نمایش همهٔ رونوشت‌ها</Link></>}</p>
);

/** One kind of a fact or any, chosen by pressing. */
export const KindPills = (props: { path: string; query: URLSearchParams; word: string; names: Record<string, string>; label: string }) => (
  <nav class="pills" aria-label={props.label}>
    {[["", "همه"] as const, ...Object.entries(props.names)].map(([value, name]) => (
      <Link key={value} href={address(props.path, props.query, { [props.word]: value })} current={(props.query.get(props.word) ?? "") === value}>{name}</Link>
    ))}
  </nav>
);
