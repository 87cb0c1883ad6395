/** The key is kept for this tab alone and forgotten with it. */
const place = "newsminer-key";

/** Heard whenever the key changes. */
export const keyChanged = new EventTarget();

export const apiKey = (): string | null => sessionStorage.getItem(place);

export function setApiKey(key: string | null): void {
  if (key) sessionStorage.setItem(place, key);
  else sessionStorage.removeItem(place);
  keyChanged.dispatchEvent(new Event("change"));
}
