import { useEffect, useReducer, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { themeChanged } from "../shell/theme";

export interface ChartSeries { name: string; values: (number | null)[]; /** Periods to mark with a strip, such as bursts. */ marked?: boolean[] }

interface ChartProps {
  label: string; ticks: string[]; series: ChartSeries[]; format: (value: number) => string; /** Whether the values are counts, between which there is nothing. */ whole?: boolean;
  band?: { low: (number | null)[]; high: (number | null)[]; name: string };
}

/** The steps of an axis of counts. */
const wholeSteps = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].flatMap((one) => [one, 2 * one, 5 * one]);

const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 4]];

/** Lines through periods, oldest at the right as the page reads; a silent period is a gap, not a zero. The table behind it holds the same numbers. */
export function Chart(props: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const [turn, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const draw = () => redraw(0);
    themeChanged.addEventListener("change", draw);
    return () => themeChanged.removeEventListener("change", draw);
  }, []);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const chart = new uPlot(options(element, props, told), data(props), element);
    const resize = new ResizeObserver(() => { if (element.clientWidth > 0 && element.clientWidth !== chart.width) chart.setSize({ width: element.clientWidth, height: 280 }); });
    resize.observe(element);
    return () => { resize.disconnect(); chart.destroy(); };
  }, [JSON.stringify([props.ticks, props.series, props.band]), turn]);
  return (
    <figure class="chart">
      <div class="plot" dir="ltr" ref={host} role="img" aria-label={`${props.label}؛ عددها در جدول زیر`} />
      <figcaption>
        <ul class="legend">
          {props.series.map(({ name }, index) => <li key={name}><svg width="28" height="8" aria-hidden="true"><line class={`s${index + 1}`} x1="1" x2="27" y1="4" y2="4" stroke-dasharray={dashes[index]?.join(" ")} /></svg>{name}</li>)}
          {props.band && <li><span class="swatch band" />{props.band.name}</li>}
          {props.series.some(({ marked }) => marked?.some(Boolean)) && <li><span class="swatch burst" />فوران: نوار هم‌رنگ بالای نمودار</li>}
        </ul>
        <p class="reading" ref={told} aria-hidden="true">&nbsp;</p>
      </figcaption>
    </figure>
  );
}

const data = (props: ChartProps): uPlot.AlignedData => [
  props.ticks.map((_, index) => index), ...props.series.map(({ values }) => values), ...(props.band ? [props.band.high, props.band.low] : []),
];

/** The places of values between two gaps: no line leads to them, so a dot must show them. */
const alone = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, at) => (value !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null ? [at] : []));

/** A colour of the stylesheet as the canvas needs it. */
function ink(element: HTMLElement, name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  element.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function options(element: HTMLDivElement, props: ChartProps, told: { current: HTMLParagraphElement | null }): uPlot.Options {
  const [soft, line] = [ink(element, "--soft"), ink(element, "--line")];
  const colours = props.series.map((_, index) => ink(element, `--series-${index + 1}`));
  const axis = { stroke: soft, font: "12px Vazirmatn", grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 4 } };
  const count = props.series.length;
  const band = ink(element, "--series-1").replace("rgb(", "rgba(").replace(")", ", .14)");
  return {
    width: Math.max(200, element.clientWidth), height: 280, scales: { x: { time: false, dir: -1 }, y: { range: (_, low, high) => [Math.min(0, low), high > 0 ? high * 1.18 : 1] } }, legend: { show: false }, cursor: { y: false, drag: { x: false, y: false } },
    axes: [
      { ...axis, space: 84, values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? (props.ticks[tick] ?? "") : "")) },
      { ...axis, side: 1, size: 72, ...(props.whole ? { incrs: wholeSteps } : {}), values: (_, ticks) => ticks.map((tick) => (tick === null ? "" : props.format(tick))) },
    ],
    series: [
      {},
      ...props.series.map(({ values }, index): uPlot.Series => ({ stroke: colours[index], width: 2, dash: dashes[index], points: { show: true, size: 5, filter: values.length <= 60 ? undefined : () => alone(values) } })),
      ...(props.band ? [{ points: { show: false } }, { points: { show: false } }] : []),
    ],
    bands: props.band ? [{ series: [count + 1, count + 2], fill: band }] : undefined,
    hooks: {
      drawClear: [(plot) => strips(plot, props, colours)],
      setCursor: [(plot) => {
        const at = plot.cursor.idx;
        if (!told.current) return;
        told.current.textContent = at == null ? "\u00a0" : `${props.ticks[at]}: ${props.series.map(({ name, values }) => `${count > 1 ? `${name} ` : ""}${values[at] == null ? "بی‌خبر" : props.format(values[at])}`).join(" · ")}`;
      }],
    },
  };
}

/** Marks periods with a strip at the top of the plot, one row a series. */
function strips(plot: uPlot, props: ChartProps, colours: string[]): void {
  const { ctx, bbox } = plot;
  const height = 5 * devicePixelRatio;
  ctx.save();
  props.series.forEach(({ marked }, row) => {
    ctx.fillStyle = colours[row] ?? "";
    marked?.forEach((on, index) => {
      if (!on) return;
      const sides = [plot.valToPos(index - 0.5, "x", true), plot.valToPos(index + 0.5, "x", true)];
      const [from, to] = [Math.max(Math.min(...sides), bbox.left), Math.min(Math.max(...sides), bbox.left + bbox.width)];
      ctx.globalAlpha = 0.1;
      ctx.fillRect(from, bbox.top, to - from, bbox.height);
      ctx.globalAlpha = 1;
      ctx.fillRect(from, bbox.top + row * height * 1.4, to - from, height);
    });
  });
  ctx.restore();
}
