import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { ApiProblem, type Words, addressOf, get } from "./client";
import { keyChanged } from "./session";

/** Where an answer stands; `stale` while a newer one is on its way. */
export type Answer<T> = { is: "loading" } | { is: "ready"; value: T; stale: boolean } | { is: "failed"; problem: ApiProblem; again: () => void };

const kept = new Map<string, unknown>();
const most = 60;

function keep(address: string, value: unknown): void {
  kept.delete(address);
  kept.set(address, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
}

keyChanged.addEventListener("change", () => kept.clear());

/** Asks the API whenever the address changes; what is no longer wanted is cancelled, and what was seen before is shown at once. A null path asks nothing. */
export function useApi<T>(path: string | null, words: Words = {}): Answer<T> {
  const address = path === null ? null : addressOf(path, words);
  const [round, again] = useReducer((count: number) => count + 1, 0);
  const [answer, setAnswer] = useState<{ address: string | null; state: Answer<T> }>({ address: null, state: { is: "loading" } });
  const last = useRef<T | null>(null);
  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    get<T>(address, abort.signal)
      .then((value) => {
        keep(address, value);
        last.current = value;
        setAnswer({ address, state: { is: "ready", value, stale: false } });
      })
      .catch((failure: unknown) => {
        if (abort.signal.aborted) return;
        const problem = failure instanceof ApiProblem ? failure : new ApiProblem(String(failure), 0);
        setAnswer({ address, state: { is: "failed", problem, again: () => { setAnswer({ address: null, state: { is: "loading" } }); again(0); } } });
      });
    return () => abort.abort();
  }, [address, round]);
  useEffect(() => {
    const reload = () => again(0);
    keyChanged.addEventListener("change", reload);
    return () => keyChanged.removeEventListener("change", reload);
  }, []);
  if (answer.address === address && address !== null) return answer.state;
  if (address !== null && kept.has(address)) return { is: "ready", value: kept.get(address) as T, stale: true };
  return last.current === null ? { is: "loading" } : { is: "ready", value: last.current, stale: true };
}
