import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, get } from "../api";

type State<T> = { is: "loading" } | { is: "ready"; value: T } | { is: "failed"; problem: ApiProblem };

/** Asks the API whenever the address changes; what is no longer wanted is cancelled. */
export function useApi<T>(path: string, query: Record<string, string | undefined> = {}): State<T> {
  const [state, setState] = useState<State<T>>({ is: "loading" });
  const key = path + JSON.stringify(query);
  useEffect(() => {
    const abort = new AbortController();
    setState((old) => (old.is === "ready" ? old : { is: "loading" }));
    get<T>(path, query, abort.signal)
      .then((value) => setState({ is: "ready", value }))
      .catch((failure: unknown) => {
        if (!abort.signal.aborted) setState({ is: "failed", problem: failure instanceof ApiProblem ? failure : new ApiProblem(String(failure), 0) });
      });
    return () => abort.abort();
  }, [key]);
  return state;
}

/** Shows a value once it is there, and before that what is happening. */
export function Loaded<T>(props: { state: State<T>; children: (value: T) => ComponentChildren }) {
  const { state } = props;
  if (state.is === "loading") return <p class="state" role="status">در حال خواندن …</p>;
  if (state.is === "failed") return <p class="state failed" role="alert">{state.problem.message}</p>;
  return <>{props.children(state.value)}</>;
}
