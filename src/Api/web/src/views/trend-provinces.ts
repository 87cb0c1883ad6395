import { useEffect, useState } from "preact/hooks";
import { ApiProblem, type Words, addressOf, get } from "../api/client";
import type { TrendSeries, Trends } from "../api/types";

interface Read { found: { province: string; series: TrendSeries }[]; reading: boolean; problem: string | null }

/** The same trend in each province, against what that province's outlets wrote. */
export function useProvinceTrends(chosen: string[], words: Words): Read {
  const [read, setRead] = useState<Read>({ found: [], reading: true, problem: null });
  const key = JSON.stringify([chosen, words]);
  useEffect(() => {
    const abort = new AbortController();
    setRead((old) => ({ ...old, reading: true, problem: null }));
    Promise.all(chosen.map(async (province) => {
      const trends = await get<Trends>(addressOf("/api/trends/terms", { ...words, province }), abort.signal);
      return trends.series[0] ? [{ province, series: trends.series[0] }] : [];
    }))
      .then((found) => setRead({ found: found.flat(), reading: false, problem: null }))
      .catch((failure: unknown) => {
        if (!abort.signal.aborted) setRead({ found: [], reading: false, problem: failure instanceof ApiProblem ? failure.message : String(failure) });
      });
    return () => abort.abort();
  }, [key]);
  return read;
}
