import type { ComponentType } from "preact";
import type { IconName } from "./parts/icons";

export interface ViewProps { query: URLSearchParams; id: string }

export interface View {
  path: string; name: string; icon: IconName;
  /** Whether the view has a search field of its own. */
  searches?: boolean;
  load: () => Promise<ComponentType<ViewProps>>;
}

/** The views in the groups of the menu. Each is fetched when it is first opened. */
export const groups: [title: string, views: View[]][] = [
  ["خواندن", [
    { path: "/", name: "جست‌وجو", icon: "search", searches: true, load: async () => (await import("./views/search")).SearchView },
    { path: "/statements", name: "گفته‌ها", icon: "quote", searches: true, load: async () => (await import("./views/statements")).StatementsView },
    { path: "/figures", name: "رقم‌ها", icon: "number", searches: true, load: async () => (await import("./views/figures")).FiguresView },
    { path: "/pledges", name: "وعده‌ها", icon: "pledge", searches: true, load: async () => (await import("./views/pledges")).PledgesView },
    { path: "/officials", name: "مسئولان", icon: "person", searches: true, load: async () => (await import("./views/officials")).OfficialsView },
  ]],
  ["سنجیدن", [
    { path: "/trends", name: "روندها", icon: "trend", load: async () => (await import("./views/trends")).TrendsView },
    { path: "/compare", name: "دو دوره", icon: "compare", searches: true, load: async () => (await import("./views/compare")).CompareView },
    { path: "/map", name: "نقشهٔ استان‌ها", icon: "map", searches: true, load: async () => (await import("./views/map")).MapView },
  ]],
  ["پی‌گیری", [
    { path: "/alerts", name: "هشدارها", icon: "bell", load: async () => (await import("./views/alerts")).AlertsView },
  ]],
  ["دربارهٔ داده", [
    { path: "/status", name: "گردآوری و پوشش", icon: "status", load: async () => (await import("./views/status")).StatusView },
    { path: "/quality", name: "کیفیت و بازبینی", icon: "quality", load: async () => (await import("./views/quality")).QualityView },
    { path: "/help", name: "راهنما", icon: "help", load: async () => (await import("./views/help")).HelpView },
  ]],
];

const inside: [prefix: string, View][] = [
  ["/articles/", { path: "/articles/", name: "خبر", icon: "search", load: async () => (await import("./views/article")).ArticleView }],
  ["/officials/", { path: "/officials/", name: "مسئول", icon: "person", load: async () => (await import("./views/official")).OfficialView }],
  ["/alerts/", { path: "/alerts/", name: "هشدار", icon: "bell", load: async () => (await import("./views/alert")).AlertView }],
];

/** The view at a path with the id in it, or null. */
export function viewAt(path: string): { view: View; id: string } | null {
  const listed = groups.flatMap(([, views]) => views).find((view) => view.path === path);
  if (listed) return { view: listed, id: "" };
  const found = inside.find(([prefix]) => path.startsWith(prefix) && path.length > prefix.length && !path.slice(prefix.length).includes("/"));
  if (!found) return null;
  try {
    return { view: found[1], id: decodeURIComponent(path.slice(found[0].length)) };
  } catch {
    return null;
  }
}
