import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem, type Words, addressOf, download } from "../api/client";
import { apiKey } from "../api/session";
import { Icon } from "./icons";

const formats: [format: string, name: string, note: string][] = [
  ["xlsx", "اکسل", "با نوع درست خانه‌ها، راست‌به‌چپ"], ["csv", "CSV", "اکسل هم فارسی آن را درست می‌گشاید"], ["jsonl", "JSON Lines", "یک داده در هر سطر"], ["zip", "بستهٔ داده", "داده، ساختار، پرسش، شمار، اثرانگشت"],
];

/** All rows of the filter in force as a file; nothing is cut. */
export function Exports(props: { kind: string; words: Words }) {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => { if (!box.current?.contains(event.target as Node)) setOpen(false); };
    addEventListener("pointerdown", close);
    return () => removeEventListener("pointerdown", close);
  }, [open]);
  const isOfFacts = props.kind !== "articles" && props.kind !== "trends";
  const [fold, setFold] = useState(false);
  const { cursor: _, limit: __, order: ___, fold: ____, ...words } = props.words;
  const filter = isOfFacts && fold ? { ...words, fold: "true" } : words;
  const addressFor = (format: string) => addressOf(`/api/export/${props.kind}.${format}`, format === "csv" ? { ...filter, bom: "1" } : filter);
  // A plain link streams to the disk; with a key the browser cannot send it, so the page fetches the file itself.
  const fetchFile = async (event: Event, format: string) => {
    if (!apiKey()) return setOpen(false);
    event.preventDefault();
    setTold("در حال آماده‌کردن پرونده …");
    try {
      const file = await download(addressFor(format));
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file.blob), download: file.name });
      link.click();
      URL.revokeObjectURL(link.href);
      setTold(null);
      setOpen(false);
    } catch (failure) {
      setTold(failure instanceof ApiProblem ? failure.message : String(failure));
    }
  };
  return (
    <div class="menu" ref={box} onKeyDown={(event) => { if (event.key === "Escape") setOpen(false); }}>
      <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="download" />دریافت</button>
      {open && (
        <ul class="menu-list" aria-label="قالب‌های دریافت">
          {formats.map(([format, name, note]) => <li key={format}><a href={addressFor(format)} download onClick={(event) => fetchFile(event, format)}><span class="strong">{name}</span><span class="meta">{note}</span></a></li>)}
          {isOfFacts && <li><label class="check"><input type="checkbox" checked={fold} onChange={(event) => setFold(event.currentTarget.checked)} /><span>هر داده یک سطر<span class="meta">بی این، هر رونوشت خبر سطری دارد و ستون story رونوشت‌ها را به هم می‌پیوندد</span></span></label></li>}
          {told && <li class="small" role="status">{told}</li>}
        </ul>
      )}
    </div>
  );
}
