import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { TermTrend } from "../api";
import { Loaded, useApi } from "../parts/load";
import { jalaliText, persianNumber, persianPercent } from "../persian";
import { Link, address } from "../router";
import { Chosen, SearchBox, apiWords } from "./search";

export function TrendsView(props: { query: URLSearchParams }) {
  const trend = useApi<TermTrend>("/api/trends/terms", apiWords(props.query));
  const share = props.query.get("as") === "share";
  return (
    <>
      <h1>روند ماهانه</h1>
      <SearchBox query={props.query} path="/trends" />
      <nav class="kinds" aria-label="اندازه">
        <Link href={address("/trends", props.query, { as: "" })} current={!share}>شمار خبر</Link>
        <Link href={address("/trends", props.query, { as: "share" })} current={share}>سهم از همهٔ خبرها</Link>
      </nav>
      <Chosen query={props.query} path="/trends" />
      <Loaded state={trend}>{(found) => found.points.length === 0 ? <p class="state">خبری برای این پرسش نیست.</p> : (
        <>
          <Chart trend={found} share={share} />
          <p class="meta">{found.denominator}</p>
          <table>
            <thead><tr><th scope="col">ماه</th><th scope="col">خبر</th><th scope="col">همهٔ خبرها</th><th scope="col">سهم</th></tr></thead>
            <tbody>{[...found.points].reverse().map((point) => (
              <tr key={point.month}>
                <th scope="row">{jalaliText(point.month)}</th>
                <td>{point.count === null ? "—" : persianNumber(point.count)}</td>
                <td>{persianNumber(point.output)}</td>
                <td>{point.share === null ? "—" : persianPercent(point.share)}</td>
              </tr>
            ))}</tbody>
          </table>
        </>
      )}</Loaded>
    </>
  );
}

/** A line through the months; a month in which the sources were silent is a gap, not a zero. */
function Chart(props: { trend: TermTrend; share: boolean }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const { points } = props.trend;
    const ink = getComputedStyle(host.current).getPropertyValue("--ink").trim();
    const accent = getComputedStyle(host.current).getPropertyValue("--accent").trim();
    const axis = { stroke: ink, font: "12px Vazirmatn", grid: { stroke: "#8883", width: 1 } };
    const chart = new uPlot({
      width: host.current.clientWidth,
      height: 260,
      scales: { x: { time: false } },
      legend: { show: false },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) && points[tick] ? jalaliText(points[tick].month) : "")), space: 90 },
        { ...axis, side: 1, size: 60, values: (_, ticks) => ticks.map((tick) => (props.share ? persianPercent(tick) : persianNumber(tick))) },
      ],
      series: [{}, { stroke: accent, width: 2, points: { show: true, size: 5 } }],
    }, [points.map((_, index) => index), points.map((point) => (props.share ? point.share : point.count))], host.current);
    return () => chart.destroy();
  }, [props.trend, props.share]);
  return <div class="chart" dir="ltr" ref={host} role="img" aria-label="نمودار ماهانه؛ عددها در جدول زیر" />;
}
