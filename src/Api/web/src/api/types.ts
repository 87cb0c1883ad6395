import type { components } from "./schema";

type Schemas = components["schemas"];

export type Span = Schemas["TextSpan"];
export type FacetCount = Schemas["FacetCount"];
export type SearchHit = Schemas["SearchHit"];
export type SearchResults = Schemas["SearchResults"];
export type Similar = Schemas["SimilarArticles"];
export type StoreCounts = Schemas["StoreCounts"];
export type Outlet = Schemas["OutletSummary"];
export type QuarantineEntry = Schemas["QuarantineEntry"];
export type SourceCoverage = Schemas["SourceCoverage"];
export type CrawlMessage = Schemas["CrawlMessage"];
export type Session = Schemas["Session"];
export type Quality = Schemas["Quality"];

export type Verdict = Schemas["Verdict"];
export type FactKind = "official" | "statement" | "figure" | "pledge";

/** A fact of a list also carries the verdict in force, and in how many copies of its story it stands. */
interface Judged { verdict: Verdict | null; copies?: number; outlets?: number }

export type Official = Schemas["Official"] & Judged;
export type Statement = Schemas["Statement"] & Judged;
export type Figure = Schemas["Figure"] & Judged;
export type Pledge = Schemas["Pledge"] & Judged & Pick<Schemas["PledgeItem"], "status" | "dueJalali" | "daysLeft">;
export type PledgeStatus = Schemas["DueStatus"];
export type Fact = Pick<Schemas["Official"], keyof Schemas["Official"] & keyof Schemas["Statement"] & keyof Schemas["Figure"]>;
export interface FactPage<T> { total: number; items: T[]; nextCursor: string | null }

export type ReviewOfFact = Pick<Schemas["FactReview"], "verdict" | "note" | "by" | "at" | "status">;
export type Review = Omit<Schemas["FactReview"], "factKind"> & { factKind: FactKind; fact: { sentence: string } | null };

/** An article as the page reads it: nothing of it is missing but what a source may leave out. */
export interface Article {
  id: string; source: string; url: string | null; title: string | null; publishedJalali: string | null; outlet: string | null; province: string | null;
  topics: string[]; paragraphs: string[]; text: string; officials: Official[]; statements: Statement[]; figures: Figure[]; pledges: Pledge[]; reviews: Record<string, ReviewOfFact>;
}

export type FactHit = Omit<Schemas["FactHit"], "fact"> & { fact: Exclude<FactKind, "official"> };
export type FactResults = Omit<Schemas["FactResults"], "hits"> & { hits: FactHit[] };
export type Completion = Omit<Schemas["Completion"], "kind"> & { kind: "word" | "official" | "speaker" | "role" | "place" | "outlet" };

export interface PledgeBoard { today: string; todayJalali: string; columns: Schemas["DueCount"][]; months: Schemas["DueMonth"][] }

export type Post = Schemas["HeldPost"];
export type Person = Omit<Schemas["RegisteredOfficial"], "posts" | "id" | "name"> & { id: string; name: string; posts: Post[] };
export type PersonPage = Person & Pick<Schemas["OfficialAnswer"], "mayBeSeveral" | "coSpeakers" | "months"> & {
  statements: { total: number; items: Statement[] }; figures: { total: number; items: Figure[] }; pledges: { total: number; overdue: number; items: Pledge[] };
};

export type AlertAbout = Schemas["AlertAbout"];
export type Alert = Schemas["AlertAnswer"];
export type AlertMatch = Schemas["AlertMatchAnswer"];
export type AlertDraft = Omit<Schemas["AlertBody"], "filter" | "about"> & { about: AlertAbout; filter: Partial<Schemas["AlertFilter"]> };

export type Finding = Schemas["Finding"];
export type TrendPoint = Schemas["TrendPoint"];
export type TrendSeries = Schemas["TermSeries"];
export type Trends = Schemas["TermTrend"];
export type Keyness = Schemas["Keyness"];
export type KeynessKind = "terms" | "officials" | "bodies" | "places" | "topics";
type OfKind<T> = Omit<T, "kind"> & { kind: KeynessKind };
export type Comparison = Omit<Schemas["TrendComparison"], "lists"> & { lists: OfKind<Schemas["ComparedList"]>[] };
export type Emerging = Omit<Schemas["EmergingNames"], "lists"> & { lists: OfKind<Schemas["EmergingList"]>[] };
export type FigurePivot = Schemas["FigurePivot"];
export type FigurePoint = Schemas["FigurePoint"];
export type Contradiction = Schemas["FigureContradiction"];
export type FigureTrend = Schemas["FigureTrend"];
export type Together = Schemas["TogetherNames"];
