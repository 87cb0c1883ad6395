import { fieldNames } from "../parts/filter-words";
import { apiKey } from "./session";

/** What the server says is wrong, in Persian. */
export class ApiProblem extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** What is wrong by field, Persian first. */
    readonly fields: Record<string, string> = {},
    /** Seconds after which a refused request may be tried again. */
    readonly retryAfter: number | null = null,
    /** The position in the query that could not be read. */
    readonly position: number | null = null,
  ) { super(message); }
}

/** The words of a request; a list repeats its word. */
export type Words = Record<string, string | readonly string[] | undefined>;

interface ProblemDocument { title?: string; detail?: string; errors?: Record<string, string[]>; position?: number }

/** The address of a request with its words in a fixed order. */
export function addressOf(path: string, words: Words = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) for (const one of typeof value === "string" ? [value] : value ?? []) if (one) query.append(name, one);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Reads one answer of the API. */
export const get = async <T>(address: string, signal?: AbortSignal): Promise<T> => (await ask(address, { signal })).json() as Promise<T>;

/** Asks for a change; an answer without a body is null. */
export async function change<T>(method: "POST" | "PUT" | "DELETE", address: string, body?: unknown): Promise<T | null> {
  const response = await ask(address, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  return response.status === 204 ? null : ((await response.json()) as T);
}

/** A file of the API for the reader to keep; with a key, where one is set. */
export async function download(address: string): Promise<{ blob: Blob; name: string }> {
  const response = await ask(address, { accept: "*/*" });
  const named = /filename\*?=(?:UTF-8'')?"?([^";]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { blob: await response.blob(), name: named ? decodeURIComponent(named) : "newsminer" };
}

async function ask(address: string, options: { method?: string; body?: string; signal?: AbortSignal; accept?: string }): Promise<Response> {
  const headers = new Headers({ accept: options.accept ?? "application/json" });
  const key = apiKey();
  if (key) headers.set("X-API-Key", key);
  if (options.body !== undefined) headers.set("content-type", "application/json");
  let response: Response;
  try {
    response = await fetch(address, { method: options.method ?? "GET", body: options.body, signal: options.signal, headers });
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new ApiProblem("سرور پاسخ نمی‌دهد. اتصال را بررسی و دوباره تلاش کنید.", 0);
  }
  if (response.ok) return response;
  throw await problemOf(response);
}

/** What is wrong with a field, beginning with what the page calls it. */
function named(field: string, text: string): string {
  const name = fieldNames[field.replace(/2$/, "")];
  return name ? `${field.endsWith("2") ? "سوی دوم، " : ""}${name}: ${text}` : text;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = (await response.json().catch(() => ({}))) as ProblemDocument;
  const persian = (text: string) => text.split(" · ")[0] ?? text;
  const fields = Object.fromEntries(Object.entries(problem.errors ?? {}).map(([name, [text = ""]]) => [name, persian(text)]));
  const told = Object.entries(fields).map(([name, text]) => named(name, text)).join(" · ") || problem.detail || problem.title;
  const seconds = Number(response.headers.get("retry-after"));
  return new ApiProblem(told ?? `سرور با خطای ${response.status} پاسخ داد.`, response.status, fields, seconds > 0 ? seconds : null, problem.position ?? null);
}
