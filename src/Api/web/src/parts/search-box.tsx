import { useEffect, useId, useRef, useState } from "preact/hooks";
import { addressOf, get } from "../api/client";
import type { Completion } from "../api/types";
import { persianNumber } from "../persian/digits";
import { Icon } from "./icons";

const kinds: Record<Completion["kind"], string> = { word: "واژه", official: "مسئول", speaker: "گوینده", role: "سمت", place: "جای", outlet: "رسانه" };

/** The combobox pattern of ARIA 1.2 with a list of our own. */
const combobox = (list: string, open: boolean, at: number): object => ({
  role: "combobox", "aria-expanded": open, "aria-controls": list, "aria-autocomplete": "list", "aria-activedescendant": at >= 0 ? `${list}-${at}` : undefined,
});

/** The field for words of the search language, with completions of what is being typed. «/» anywhere on the page leads to it. */
export function SearchBox(props: { value: string; submit: (words: string) => void; label?: string; placeholder?: string; button?: string }) {
  const [text, setText] = useState(props.value);
  const [options, setOptions] = useState<Completion[]>([]);
  const [at, setAt] = useState(-1);
  const [typed, setTyped] = useState(false);
  const list = useId();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => setText(props.value), [props.value]);
  useEffect(() => {
    if (!typed || text.trim().length < 2) return setOptions([]);
    const abort = new AbortController();
    const wait = setTimeout(() => {
      get<Completion[]>(addressOf("/api/search/complete", { q: text }), abort.signal)
        .then((found) => { setOptions(found); setAt(-1); })
        .catch(() => setOptions([]));
    }, 120);
    return () => { clearTimeout(wait); abort.abort(); };
  }, [text, typed]);

  const close = () => { setTyped(false); setOptions([]); setAt(-1); };
  const send = (words: string) => { close(); setText(words); props.submit(words.trim()); };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" && options.length > 0) { event.preventDefault(); close(); }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((old) => ((old + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    }
    const chosen = options[at];
    if (event.key === "Enter" && chosen) { event.preventDefault(); send(chosen.text); }
  };
  return (
    <form class="finder" role="search" aria-label={props.label ?? "جست‌وجو"} ref={form} onSubmit={(event) => { event.preventDefault(); send(text); }} onFocusOut={(event) => { if (!form.current?.contains(event.relatedTarget as Node | null)) close(); }}>
      <Icon name="search" />
      <input
        class="input" type="search" name="q" data-search autocomplete="off" enterkeyhint="search" aria-label={props.label ?? "واژه‌های جست‌وجو"} placeholder={props.placeholder ?? "مانند: اورژانس اجتماعی"}
        {...combobox(list, options.length > 0, at)}
        value={text} onInput={(event) => { setTyped(true); setText(event.currentTarget.value); }} onKeyDown={keys}
      />
      <button type="submit" class="button primary">{props.button ?? "جست‌وجو"}</button>
      <ul class="options" id={list} role="listbox" aria-label="پیشنهادها" hidden={options.length === 0}>
        {options.map((option, index) => (
          <li key={option.text} id={`${list}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); send(option.text); }}>
            <span>{option.label}</span><span class="meta">{kinds[option.kind]} · {persianNumber(option.count)} خبر</span>
          </li>
        ))}
      </ul>
    </form>
  );
}
