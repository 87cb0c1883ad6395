import { useRef, useState } from "preact/hooks";
import type { FacetCount } from "../api/types";
import { persianNumber } from "../persian/digits";
import { jalaliText, monthsBetween, writtenMonth } from "../persian/jalali";

/** The months with those before them, so that a few bars do not grow as wide as the page. */
function atLeast(most: number, months: string[]): string[] {
  if (months.length >= most || !months[0]) return months;
  const [year = 0, month = 0] = months[0].split("-").map(Number);
  const count = year * 12 + month - 1 - (most - months.length);
  return monthsBetween(writtenMonth(Math.floor(count / 12), (count % 12) + 1), months.at(-1)!);
}

/** Articles a month as bars; a stretch is chosen by dragging over it, or with arrow keys on its two ends. Months are Jalali yyyy-MM. */
export function Histogram(props: { counts: FacetCount[]; from: string; to: string; choose: (from: string, to: string) => void }) {
  const byMonth = new Map(props.counts.map(({ value, count }) => [value, count]));
  const sorted = [...byMonth.keys()].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const all = first && last ? atLeast(24, monthsBetween(first, last)) : [];
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const area = useRef<HTMLDivElement>(null);
  if (all.length < 2) return null;

  const most = Math.max(...byMonth.values());
  const place = (day: string, end: boolean): number => {
    if (!day) return end ? all.length - 1 : 0;
    const month = day.length === 4 ? `${day}-${end ? "12" : "01"}` : day.slice(0, 7);
    return Math.min(all.length - 1, Math.max(0, end ? all.findLastIndex((one) => one <= month) : all.findIndex((one) => one >= month)));
  };
  const [start, end] = drag ? [Math.min(...drag), Math.max(...drag)] : [place(props.from, false), place(props.to, true)];
  const chosen = drag !== null || Boolean(props.from || props.to);
  const under = (event: PointerEvent): number => {
    const box = area.current!.getBoundingClientRect();
    return Math.min(all.length - 1, Math.max(0, Math.floor(((box.right - event.clientX) / box.width) * all.length)));
  };
  const set = (a: number, b: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    if (low === 0 && high === all.length - 1) props.choose("", "");
    else props.choose(all[low] ?? "", all[high] ?? "");
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const at = under(event);
    setDrag([at, at]);
    area.current!.setPointerCapture(event.pointerId);
  };
  const up = () => {
    if (drag) set(...drag);
    setDrag(null);
  };
  const handle = (name: string, at: number, move: (to: number) => void) => (
    <span class="handle" role="slider" tabIndex={0} aria-label={name} aria-valuemin={0} aria-valuemax={all.length - 1} aria-valuenow={at} aria-valuetext={jalaliText(all[at] ?? "")}
      style={{ insetInlineStart: `${((name === "پایان بازه" ? at + 1 : at) / all.length) * 100}%` }}
      onKeyDown={(event) => {
        const steps: Record<string, number> = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1, PageUp: 12, PageDown: -12, Home: -all.length, End: all.length };
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        move(Math.min(all.length - 1, Math.max(0, at + step)));
      }} />
  );
  const total = all.slice(start, end + 1).reduce((sum, month) => sum + (byMonth.get(month) ?? 0), 0);
  return (
    <figure class="histogram">
      <div class="bars" ref={area} onPointerDown={down} onPointerMove={(event) => { if (drag) setDrag([drag[0], under(event)]); }} onPointerUp={up} onPointerCancel={() => setDrag(null)}>
        <svg viewBox={`0 0 ${all.length} 100`} preserveAspectRatio="none" aria-hidden="true">
          {all.map((month, index) => {
            const count = byMonth.get(month) ?? 0;
            const height = count === 0 ? 0 : Math.max(3, (count / most) * 100);
            const lit = chosen && index >= start && index <= end;
            return <rect key={month} class={chosen ? (lit ? "lit" : "dim") : undefined} x={all.length - index - 1 + 0.08} width={0.84} y={100 - height} height={height}><title>{`${jalaliText(month)}: ${persianNumber(count)}`}</title></rect>;
          })}
        </svg>
        {chosen && <span class="brush" style={{ insetInlineStart: `${(start / all.length) * 100}%`, inlineSize: `${((end - start + 1) / all.length) * 100}%` }} />}
        {handle("آغاز بازه", start, (to) => set(Math.min(to, end), end))}
        {handle("پایان بازه", end, (to) => set(start, Math.max(to, start)))}
      </div>
      <figcaption>
        <span>{jalaliText(all[0]!)}</span>
        <span class="strong" aria-live="polite">{chosen ? `${jalaliText(all[start]!)} تا ${jalaliText(all[end]!)}: ${persianNumber(total)} خبر` : `بیشترین: ${persianNumber(most)} خبر در ماه · برای بازه بکشید`}</span>
        <span>{jalaliText(all.at(-1)!)}</span>
      </figcaption>
    </figure>
  );
}
