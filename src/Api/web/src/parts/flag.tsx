import { useId, useState } from "preact/hooks";
import { ApiProblem, change } from "../api/client";
import type { ReviewOfFact, Verdict } from "../api/types";
import { instantText } from "../persian/jalali";
import { Icon } from "./icons";

const verdicts: Record<Verdict, string> = { right: "درست", wrong: "نادرست" };

/** Lets a reader say whether a fact is right. With a key it takes effect at once and survives a new extraction; without one it waits for review. */
export function Flag(props: { factId: string; review: ReviewOfFact | undefined }) {
  const [made, setMade] = useState<ReviewOfFact | null>(null);
  const [chosen, setChosen] = useState<Verdict | null>(null);
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const id = useId();
  const review = made ?? props.review;

  const send = async (event: Event) => {
    event.preventDefault();
    setSending(true);
    setProblem(null);
    try {
      setMade(await change<ReviewOfFact>("POST", `/api/facts/${encodeURIComponent(props.factId)}/flag`, { verdict: chosen, note: note.trim() || null }));
      setChosen(null);
    } catch (failure) {
      setProblem(failure instanceof ApiProblem ? failure.message : String(failure));
    }
    setSending(false);
  };
  return (
    <div class="flag stack">
      {review && (
        <p class={review.status === "effective" ? "note" : "note plain"} role="status">
          <span>{review.status === "effective" ? `داوری: ${verdicts[review.verdict]}` : `گزارش «${verdicts[review.verdict]}» در نوبت بازبینی است`}{review.by && ` · ${review.by}`} · {instantText(review.at)}{review.note && <><br />{review.note}</>}</span>
        </p>
      )}
      <div class="row" role="group" aria-label="داوری این داده">
        <span class="soft small">این داده</span>
        {(["right", "wrong"] as const).map((verdict) => (
          <button key={verdict} type="button" class="button little" aria-pressed={chosen === verdict} onClick={() => setChosen(chosen === verdict ? null : verdict)}><Icon name={verdict} />{verdicts[verdict]} است</button>
        ))}
      </div>
      {chosen && (
        <form class="stack" onSubmit={send}>
          <div class="field"><label for={id}>یادداشت (اختیاری)</label><textarea class="input" id={id} maxLength={1000} value={note} onInput={(event) => setNote(event.currentTarget.value)} /></div>
          <button type="submit" class="button primary little" disabled={sending}>{sending ? "در حال فرستادن …" : `بفرست: ${verdicts[chosen]} است`}</button>
        </form>
      )}
      {problem && <p class="wrong" role="alert">{problem}</p>}
    </div>
  );
}
