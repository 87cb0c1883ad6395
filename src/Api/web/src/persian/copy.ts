import { latinText } from "./digits";

/** What stands in an element of this attribute is a source's own words and is copied letter by letter. */
export const verbatim = { "data-verbatim": "" };

function inLatin(node: Node): void {
  if (node instanceof Element && node.hasAttribute("data-verbatim")) return;
  if (node instanceof Text) node.data = latinText(node.data);
  for (const child of node.childNodes) inLatin(child);
}

/** Numbers the page wrote leave it with Latin digits, so that a spreadsheet reads them; quotations stay as the source wrote them. */
export function copyInLatin(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!event.clipboardData || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement;
  if (!around || around.closest("[data-verbatim], input, textarea")) return;
  const copy = document.createElement("div");
  copy.append(range.cloneContents());
  inLatin(copy);
  copy.className = "copying";
  document.body.append(copy);
  event.clipboardData.setData("text/plain", copy.innerText);
  event.clipboardData.setData("text/html", `<div dir="rtl">${copy.innerHTML}</div>`);
  copy.remove();
  event.preventDefault();
}
