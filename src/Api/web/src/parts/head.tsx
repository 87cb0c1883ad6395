import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

/** The name of a view: its heading and the title of the browser's tab. */
export function Head(props: { title: string; children?: ComponentChildren; about?: string }) {
  useTitle(props.title);
  return (
    <header class="head">
      <h1>{props.title}</h1>
      {props.children}
      {props.about && <p>{props.about}</p>}
    </header>
  );
}

export function useTitle(title: string): void {
  useEffect(() => { document.title = `${title} · نیوزماینر`; }, [title]);
}
