export type Theme = "auto" | "light" | "dark";

const place = "newsminer-theme";
const themes: readonly Theme[] = ["auto", "light", "dark"];

export const theme = (): Theme => themes.find((one) => one === localStorage.getItem(place)) ?? "auto";

/** Heard when the colours of the page change. */
export const themeChanged = new EventTarget();

export function applyTheme(): void {
  const chosen = theme();
  if (chosen === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  themeChanged.dispatchEvent(new Event("change"));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);

export function nextTheme(): Theme {
  const next = themes[(themes.indexOf(theme()) + 1) % themes.length] ?? "auto";
  localStorage.setItem(place, next);
  applyTheme();
  return next;
}
