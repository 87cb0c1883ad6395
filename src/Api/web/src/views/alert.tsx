import { useState } from "preact/hooks";
import { ApiProblem, change } from "../api/client";
import type { Alert, AlertMatch } from "../api/types";
import { useApi } from "../api/use";
import { Head } from "../parts/head";
import { Icon } from "../parts/icons";
import { alertKinds } from "../parts/labels";
import { Loaded } from "../parts/load";
import { Pager } from "../parts/pager";
import { persianNumber } from "../persian/digits";
import { instantText } from "../persian/jalali";
import { go } from "../router";
import type { ViewProps } from "../views";
import { Matches, alertFilter } from "./alerts";

/** One alert with everything it has found. */
export function AlertView({ query, id }: ViewProps) {
  const path = `/api/alerts/${encodeURIComponent(id)}`;
  const alert = useApi<Alert>(path);
  const matches = useApi<{ total: number; items: AlertMatch[]; nextCursor: string | null }>(`${path}/matches`, { cursor: query.get("cursor") ?? undefined });
  const [problem, setProblem] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const drop = async () => {
    try {
      await change("DELETE", path);
      go("/alerts");
    } catch (failure) {
      setProblem(failure instanceof ApiProblem ? failure.message : String(failure));
    }
  };
  return (
    <Loaded answer={alert} whole>{(value) => (
      <div class="stack-wide">
        <Head title={value.name} about={`${alertKinds[value.about]} · ${alertFilter(value) || "بی پالایش"}`} />
        <p class="row">
          <a class="button" href={value.feed}><Icon name="feed" />خوراک Atom</a>
          {sure ? <><span>برداشته شود؟</span><button type="button" class="button danger" onClick={drop}>بله، برداشته شود</button><button type="button" class="button" onClick={() => setSure(false)}>نه</button></> : <button type="button" class="button danger" onClick={() => setSure(true)}>برداشتن هشدار</button>}
        </p>
        {problem && <p class="wrong" role="alert">{problem}</p>}
        <p class="meta">ساخته‌شده {instantText(value.createdAt)}{value.webhook && ` · نشانی وب: ${value.webhook}`}{value.email && ` · ای‌میل: ${value.email}`} · در نوبت فرستادن {persianNumber(value.deliveries.pending)}، ناکام {persianNumber(value.deliveries.failed)}</p>
        <section class="panel"><h2>یافته‌ها</h2><Loaded answer={matches} lines>{(found) => <><Matches total={found.total} items={found.items} /><Pager path={`/alerts/${encodeURIComponent(id)}`} query={query} next={found.nextCursor} what="یافته‌های" /></>}</Loaded></section>
      </div>
    )}</Loaded>
  );
}
