import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ApiProblem, get } from "../api/client";
import { apiKey, keyChanged, setApiKey } from "../api/session";
import type { Session } from "../api/types";
import { Icon } from "../parts/icons";

const scopes: Record<string, string> = { read: "خواندن", export: "دریافت", admin: "همهٔ کارها" };

/** Takes the reader's key, tries it at once and says what it allows. */
export function KeyButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [session, setSession] = useState<Session | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [has, setHas] = useState(apiKey() !== null);
  const id = useId();

  const look = async () => {
    try {
      setSession(await get<Session>("/api/session"));
      setProblem(null);
      return true;
    } catch (failure) {
      setSession(null);
      setProblem(failure instanceof ApiProblem ? failure.message : String(failure));
      return false;
    }
  };
  useEffect(() => {
    const changed = () => setHas(apiKey() !== null);
    keyChanged.addEventListener("change", changed);
    return () => keyChanged.removeEventListener("change", changed);
  }, []);

  const use = async (event: Event) => {
    event.preventDefault();
    const before = apiKey();
    setApiKey(text.trim() || null);
    if (await look()) setText("");
    else setApiKey(before);
  };
  const drop = () => { setApiKey(null); void look(); };
  return (
    <>
      <button type="button" class="button bare quiet" aria-pressed={has} title="کلید دسترسی" aria-label={has ? "کلید دسترسی: گذاشته شده" : "کلید دسترسی"} onClick={() => { dialog.current?.showModal(); void look(); }}><Icon name="key" /></button>
      <dialog ref={dialog} aria-labelledby={`${id}-title`}>
        <form class="stack" onSubmit={use}>
          <div class="row apart"><h2 id={`${id}-title`}>کلید دسترسی</h2><button type="button" class="button bare quiet" aria-label="بستن" onClick={() => dialog.current?.close()}><Icon name="close" /></button></div>
          <p class="soft">خواندن {session?.keyRequired ? "در این سرور کلید می‌خواهد" : "بی کلید آزاد است"}. ساختن هشدار و پذیرفتن داوری‌ها کلید مدیر می‌خواهد. کلید تنها در همین برگهٔ مرورگر می‌ماند.</p>
          {session?.key && <p class="note"><span>کلید «{session.key.name}»: {session.key.scopes.map((scope) => scopes[scope] ?? scope).join("، ")}</span></p>}
          <div class="field"><label for={id}>کلید</label><input class="input ltr" id={id} type="password" autocomplete="off" value={text} onInput={(event) => setText(event.currentTarget.value)} aria-invalid={problem !== null} /></div>
          {problem && <p class="wrong" role="alert">{problem}</p>}
          <div class="row">
            <button type="submit" class="button primary" disabled={text.trim() === ""}>به‌کار بردن</button>
            {has && <button type="button" class="button danger" onClick={drop}>برداشتن کلید</button>}
          </div>
        </form>
      </dialog>
    </>
  );
}
