/** A half-open range of UTF-16 positions. */
export interface Span { start: number; end: number }

export interface FacetCount { value: string; count: number }

export interface SearchHit {
  id: string; title: string; titleHighlights: Span[]; snippet: string; snippetHighlights: Span[]; url: string;
  outlet: string | null; province: string | null; topics: string[]; published: string | null; publishedJalali: string | null; clusterSize: number;
  /** Whether only some of the query's words stand in it. */
  partly: boolean;
}

export interface SearchResults {
  total: number; partlyTotal: number; hits: SearchHit[]; facets: Record<string, FacetCount[]>; nextCursor: string | null; didYouMean: string | null;
}

export interface Fact {
  id: string; start: number; end: number; sentence: string; rule: string; confidence: number;
  articleId: string; url: string; outlet: string | null; published: string | null; publishedJalali: string | null;
}

export interface Official extends Fact { name: string; role: string; organisation: string | null; unit: string | null; place: string | null; placeKind: string | null }

export interface Statement extends Fact { speaker: string | null; verb: string | null; text: string; kind: string }

export interface Figure extends Fact {
  value: number; max: number | null; unit: string; kind: string; qualifier: string | null; counted: string | null; change: string | null;
  period: string | null; speaker: string | null; place: string | null; rials: number | null; check: string | null;
}

export interface Pledge extends Fact {
  actor: string; speaker: string | null; action: string; strength: string; deadline: string | null; due: string | null;
  amounts: { value: number; unit: string }[]; place: string | null; beneficiary: string | null; condition: string | null;
}

export interface Article {
  id: string; source: string; url: string | null; title: string; published: string | null; publishedJalali: string | null; outlet: string | null;
  province: string | null; topics: string[]; paragraphs: string[]; text: string;
  officials: Official[]; statements: Statement[]; figures: Figure[]; pledges: Pledge[];
}

export interface FactPage<T> { total: number; items: T[]; nextCursor: string | null }

export interface TrendPoint { month: string; from: string; count: number | null; output: number; share: number | null }

export interface TermTrend { query: string | null; points: TrendPoint[]; denominator: string }

export interface StoreCounts {
  outlets: number; pages: number; articles: number; officials: number; statements: number; figures: number; pledges: number; quarantined: number;
}

/** What the server says is wrong, in Persian. */
export class ApiProblem extends Error {
  constructor(message: string, readonly status: number) { super(message); }
}

/** Asks the API; a problem document becomes an ApiProblem with its Persian text. */
export async function get<T>(path: string, query: Record<string, string | undefined> = {}, signal?: AbortSignal): Promise<T> {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) words.set(name, value);
  const address = words.size > 0 ? `${path}?${words}` : path;
  let response: Response;
  try {
    response = await fetch(address, { signal, headers: { accept: "application/json" } });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new ApiProblem("سرور پاسخ نمی‌دهد. اتصال را بررسی و دوباره تلاش کنید.", 0);
  }
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as { detail?: string; title?: string } | null;
  throw new ApiProblem(problem?.detail ?? problem?.title ?? `خطای ${response.status}`, response.status);
}
