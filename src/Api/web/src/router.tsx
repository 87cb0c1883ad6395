import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Where the reader is: a path and the words of its address. The address alone restores what a view shows. */
export interface Place { path: string; query: URLSearchParams }

const here = (): Place => ({ path: decodeURI(location.pathname), query: new URLSearchParams(location.search) });

const changed = new EventTarget();

/** Goes to an address of this page without loading it anew. */
export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  changed.dispatchEvent(new Event("go"));
  if (!replace) scrollTo({ top: 0 });
}

/** The current place; the component is drawn again when it changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const update = () => setPlace(here());
    addEventListener("popstate", update);
    changed.addEventListener("go", update);
    return () => {
      removeEventListener("popstate", update);
      changed.removeEventListener("go", update);
    };
  }, []);
  return place;
}

/** The address of a view with some words changed; an empty word is dropped, and paging starts anew. */
export function address(path: string, query: URLSearchParams, changes: Record<string, string>): string {
  const words = new URLSearchParams(query);
  words.delete("cursor");
  for (const [name, value] of Object.entries(changes)) {
    if (value) words.set(name, value);
    else words.delete(name);
  }
  return words.size > 0 ? `${path}?${words}` : path;
}

/** A link inside the page. */
export function Link(props: { href: string; class?: string; current?: boolean; title?: string; children: ComponentChildren }) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(props.href);
  };
  return <a href={props.href} class={props.class} title={props.title} aria-current={props.current ? "page" : undefined} onClick={follow}>{props.children}</a>;
}
