import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { persianDigits } from "../persian/digits";
import { type JalaliDay, epochDay, fromEpochDay, monthLength, months, today, weekday, weekdays, written, writtenMonth } from "../persian/jalali";
import { Icon } from "./icons";

/** A month of the Jalali calendar to choose a day from, or the whole month or year; arrows, PageUp, PageDown, Home and End move as in the ARIA date-picker pattern. */
export function Calendar(props: { value: string; label: string; choose: (day: string) => void; close: () => void; atEnd: boolean }) {
  const [year = today().year, month = today().month, day = 1] = props.value ? props.value.split("-").map(Number) : [today().year, today().month, today().day];
  const [shown, setShown] = useState<JalaliDay>({ year, month, day });
  const box = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  // Before the next key can arrive: an effect after painting would let a quick Enter choose the day left behind.
  useLayoutEffect(() => {
    if (follow.current) box.current?.querySelector<HTMLElement>('td button[tabindex="0"]')?.focus();
    follow.current = false;
  }, [shown]);

  const first = (weekday({ ...shown, day: 1 }) + 7) % 7;
  const length = monthLength(shown.year, shown.month);
  const weeks = Array.from({ length: Math.ceil((first + length) / 7) }, (_, week) => Array.from({ length: 7 }, (_, column) => week * 7 + column - first + 1));
  const show = (next: JalaliDay) => {
    if (next.year < 1300 || next.year > 1499) return;
    setShown({ ...next, day: Math.min(next.day, monthLength(next.year, next.month)) });
  };
  const stepMonth = (step: number) => {
    const count = shown.year * 12 + shown.month - 1 + step;
    show({ year: Math.floor(count / 12), month: (count % 12) + 1, day: shown.day });
  };
  const stepDay = (step: number) => show(fromEpochDay(epochDay(shown) + step));
  const moves: Record<string, () => void> = {
    ArrowRight: () => stepDay(-1), ArrowLeft: () => stepDay(1), ArrowUp: () => stepDay(-7), ArrowDown: () => stepDay(7),
    PageUp: () => stepMonth(-1), PageDown: () => stepMonth(1), Home: () => stepDay(-weekday(shown)), End: () => stepDay(6 - weekday(shown)),
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); return props.close(); }
    const move = moves[event.key];
    if (!move || !(event.target as HTMLElement).closest("td")) return;
    event.preventDefault();
    follow.current = true;
    if (event.shiftKey && event.key.startsWith("Page")) stepMonth(event.key === "PageUp" ? -12 : 12);
    else move();
  };
  const now = written(today());
  return (
    <div class={props.atEnd ? "calendar end" : "calendar"} role="dialog" aria-label={props.label} ref={box} onKeyDown={keys}>
      <div class="months">
        <button type="button" class="button bare quiet" aria-label="ماه پیش" onClick={() => stepMonth(-1)}><Icon name="earlier" /></button>
        <select class="select" aria-label="ماه" value={shown.month} onChange={(event) => show({ ...shown, month: Number(event.currentTarget.value) })}>{months.map((name, index) => <option key={name} value={index + 1}>{name}</option>)}</select>
        <select class="select" aria-label="سال" value={shown.year} onChange={(event) => show({ ...shown, year: Number(event.currentTarget.value) })}>{years(shown.year).map((one) => <option key={one} value={one}>{persianDigits(String(one))}</option>)}</select>
        <button type="button" class="button bare quiet" aria-label="ماه پس" onClick={() => stepMonth(1)}><Icon name="later" /></button>
      </div>
      <table>
        <thead><tr>{weekdays.map((name) => <th key={name} scope="col" abbr={name}>{name.slice(0, 1)}</th>)}</tr></thead>
        <tbody>{weeks.map((week, index) => (
          <tr key={index}>{week.map((number) => {
            if (number < 1 || number > length) return <td key={number} />;
            const date = written({ ...shown, day: number });
            return (
              <td key={number}><button type="button" tabIndex={number === shown.day ? 0 : -1} class={date === now ? "today" : undefined} aria-pressed={date === props.value} aria-current={date === now ? "date" : undefined}
                aria-label={`${persianDigits(String(number))} ${months[shown.month - 1]} ${persianDigits(String(shown.year))}`} onClick={() => props.choose(date)}>{persianDigits(String(number))}</button></td>
            );
          })}</tr>
        ))}</tbody>
      </table>
      <div class="wholes">
        <button type="button" class="button little" onClick={() => props.choose(writtenMonth(shown.year, shown.month))}>همهٔ {months[shown.month - 1]}</button>
        <button type="button" class="button little" onClick={() => props.choose(String(shown.year))}>همهٔ {persianDigits(String(shown.year))}</button>
        <button type="button" class="button little" onClick={() => props.choose(now)}>امروز</button>
      </div>
    </div>
  );
}

const years = (shown: number): number[] => {
  const last = Math.max(today().year + 5, shown);
  const first = Math.min(1380, shown);
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
};
