import type { AnchorHTMLAttributes, ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Where the reader is: a path and the words of its address. The address alone restores what a view shows. */
export interface Place { path: string; query: URLSearchParams }

const here = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) });

const changed = new EventTarget();

/** Goes to an address of this page without loading it anew; `replace` leaves no step to come back to. */
export function go(address: string, replace = false): void {
  const elsewhere = new URL(address, location.href).pathname !== location.pathname;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  changed.dispatchEvent(new Event("go"));
  if (elsewhere) scrollTo({ top: 0, behavior: "instant" });
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

/** The address of a view with some words changed; an empty word is dropped, a list repeats its word, and paging starts anew. */
export function address(path: string, query: URLSearchParams, changes: Record<string, string | readonly string[]>): string {
  const words = new URLSearchParams(query);
  words.delete("cursor");
  for (const [name, value] of Object.entries(changes)) {
    words.delete(name);
    for (const one of typeof value === "string" ? [value] : value) if (one) words.append(name, one);
  }
  return words.size > 0 ? `${path}?${words}` : path;
}

export const articleAddress = (id: string, fact?: string | null): string => `/articles/${encodeURIComponent(id)}${fact ? `?fact=${encodeURIComponent(fact)}` : ""}`;

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "onClick" | "href" | "role"> & { href: string; current?: boolean; replace?: boolean; children: ComponentChildren };

/** A link inside the page. */
export function Link({ href, current, replace, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(href, replace);
  };
  return <a {...rest} href={href} aria-current={current ? (rest["aria-current"] ?? "page") : undefined} onClick={follow}>{children}</a>;
}
