import { useEffect, useId, useRef, useState } from "preact/hooks";
import { persianDigits } from "../persian/digits";
import { readDay } from "../persian/jalali";
import { Calendar } from "./calendar";
import { Icon } from "./icons";

/** A Jalali day, month or year, typed or chosen from a calendar. `value` and `set` speak as the API does: 1402, 1402-05, 1402-05-10 or nothing. */
export function DateField(props: { label: string; value: string; set: (day: string) => void; atEnd?: boolean }) {
  const shown = (day: string) => persianDigits(day.replaceAll("-", "/"));
  const [text, setText] = useState(shown(props.value));
  const [wrong, setWrong] = useState(false);
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => { setText(shown(props.value)); setWrong(false); }, [props.value]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => { if (!box.current?.contains(event.target as Node)) setOpen(false); };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);

  const take = () => {
    if (text.trim() === "") { setWrong(false); if (props.value) props.set(""); return; }
    const day = readDay(text);
    setWrong(day === null);
    if (day !== null && day !== props.value) props.set(day);
  };
  const close = () => { setOpen(false); button.current?.focus(); };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="day" ref={box}>
        <input class="input" id={id} inputMode="numeric" autocomplete="off" placeholder="۱۴۰۲/۰۵/۱۰" value={text} aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => setText(event.currentTarget.value)} onBlur={take} onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); take(); } }} />
        <button type="button" class="button bare" ref={button} aria-label={`${props.label}: تقویم`} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}><Icon name="calendar" /></button>
        {open && <Calendar label={props.label} value={readDay(text) ?? ""} atEnd={props.atEnd ?? false} close={close} choose={(day) => { close(); setText(shown(day)); setWrong(false); props.set(day); }} />}
      </div>
      {wrong && <span class="wrong" id={`${id}-wrong`}>چنین روزی نیست؛ بنویسید ۱۴۰۲، ۱۴۰۲/۰۵ یا ۱۴۰۲/۰۵/۱۰</span>}
    </div>
  );
}
