import { Link, address } from "../router";
import { Icon } from "./icons";

/** On to the next part of a list, and back to its beginning. */
export function Pager(props: { path: string; query: URLSearchParams; next: string | null; what: string }) {
  const later = props.query.has("cursor");
  if (!props.next && !later) return null;
  return (
    <nav class="pager" aria-label="بخش‌های فهرست">
      {later ? <Link class="button" href={address(props.path, props.query, {})}><Icon name="earlier" />از آغاز</Link> : <span />}
      {props.next && <Link class="button" href={address(props.path, props.query, { cursor: props.next })}>{props.what} بعدی<Icon name="later" /></Link>}
    </nav>
  );
}
