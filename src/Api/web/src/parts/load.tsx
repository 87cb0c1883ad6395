import type { ComponentChildren } from "preact";
import type { Answer } from "../api/use";
import { persianNumber } from "../persian/digits";
import { Link, address } from "../router";
import { Icon, type IconName } from "./icons";
import { Told } from "./text";

/** Shows a value once it is there, before that the shape of what comes, and what went wrong with a way on. */
export function Loaded<T>(props: { answer: Answer<T>; lines?: boolean; rows?: number; /** The view shows nothing but this, its heading included. */ whole?: boolean; /** The query asked, to show where it could not be read. */ asked?: string | null; children: (value: T) => ComponentChildren }) {
  const { answer } = props;
  if (answer.is === "loading") {
    return (
      <div class={props.lines ? "bones lines" : "bones"} role="status">
        <p class="unseen">در حال خواندن …</p>
        {Array.from({ length: props.rows ?? 4 }, (_, index) => <span key={index} />)}
      </div>
    );
  }
  if (answer.is === "failed") {
    const { problem } = answer;
    const title = problem.status === 0 ? "سرور پاسخ نمی‌دهد" : problem.status === 404 ? "یافت نشد" : problem.status === 401 || problem.status === 403 ? "کلید لازم است" : problem.status < 500 ? "این درخواست خوانده نشد" : "سرور درماند";
    return (
      <State icon="close" title={title} failed heading={props.whole}>
        <p><Told text={problem.message} /></p>
        {props.asked && problem.position !== null && <p class="query" dir="auto">{props.asked.slice(0, problem.position)}<mark>{props.asked.slice(problem.position, problem.position + 1) || " "}</mark>{props.asked.slice(problem.position + 1)}</p>}
        {problem.retryAfter && <p>پس از {persianNumber(problem.retryAfter)} ثانیه دوباره تلاش کنید.</p>}
        {problem.status !== 404 && problem.status !== 400 && <button type="button" class="button" onClick={answer.again}>تلاش دوباره</button>}
        {problem.fields.cursor && <Link class="button" href={address(location.pathname, new URLSearchParams(location.search), {})}>از آغاز فهرست</Link>}
        {props.whole && problem.status === 404 && <Link class="button" href="/">رفتن به جست‌وجو</Link>}
      </State>
    );
  }
  return <div class={answer.stale ? "busy" : undefined} aria-busy={answer.stale}>{props.children(answer.value)}</div>;
}

/** What stands where there is nothing else to show: what is so, why, and what one can do. */
export const State = (props: { icon: IconName; title: string; failed?: boolean; little?: boolean; heading?: boolean; children?: ComponentChildren }) => (
  <div class={`state${props.failed ? " failed" : ""}${props.little ? " little" : ""}`} role={props.failed ? "alert" : undefined}>
    <Icon name={props.icon} />
    {props.heading ? <h1 class="title">{props.title}</h1> : <p class="title">{props.title}</p>}
    {props.children}
  </div>
);
