import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { State } from "./parts/load";
import { useTitle } from "./parts/head";
import { Link, go, usePlace } from "./router";
import { Header } from "./shell/header";
import { Rail } from "./shell/rail";
import { type View, type ViewProps, viewAt } from "./views";

const loaded = new Map<View, ComponentType<ViewProps>>();

export function App() {
  const { path, query } = usePlace();
  const found = viewAt(path);
  const [menu, setMenu] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    setMenu(false);
    // A new view is announced by moving to it; the first is announced by the browser.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
  useShortcuts();
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>رفتن به متن</a>
      <Header searches={found?.view.searches ?? false} menu={menu} setMenu={setMenu} />
      <Rail path={path} open={menu} />
      <main class="main" id="main" tabIndex={-1} ref={main}>
        {found ? <Shown key={found.view.path + found.id} view={found.view} query={query} id={found.id} /> : <Missing />}
      </main>
      <footer class="foot">هر رقم و هر گفته به جمله‌ای که از آن آمده پیوند دارد. روزها به وقت تهران‌اند. این صفحه به هیچ میزبان دیگری درخواست نمی‌فرستد.</footer>
    </div>
  );
}

function Shown(props: { view: View } & ViewProps) {
  const { view, query, id } = props;
  const [, draw] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (loaded.has(view)) return;
    let wanted = true;
    view.load().then((component) => { loaded.set(view, component); if (wanted) draw((count) => count + 1); }).catch(() => { if (wanted) setFailed(true); });
    return () => { wanted = false; };
  }, [view]);
  const Component = loaded.get(view);
  if (Component) return <Component query={query} id={id} />;
  if (failed) return <State icon="close" title="این بخش بارگذاری نشد" failed><button type="button" class="button" onClick={() => location.reload()}>بارگذاری دوباره</button></State>;
  return <div class="bones" role="status"><p class="unseen">در حال خواندن …</p><span /><span /><span /></div>;
}

function Missing() {
  useTitle("نشانی نادرست");
  return <><h1 class="unseen">نشانی نادرست</h1><State icon="search" title="چنین صفحه‌ای نیست"><p>نشانی را بررسی کنید یا <Link href="/">به جست‌وجو بروید</Link>.</p></State></>;
}

/** «/» leads to the search field, «?» to the help. */
function useShortcuts(): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest("input, textarea, select, [contenteditable]")) return;
      // On a Persian keyboard the key of «/» writes another letter, so its place counts too.
      if (event.key === "/" || (event.code === "Slash" && !event.shiftKey)) {
        const field = [...document.querySelectorAll<HTMLInputElement>("[data-search]")].find((one) => one.offsetParent !== null);
        if (!field) return;
        event.preventDefault();
        field.focus();
        field.select();
      } else if (event.key === "?" || event.key === "؟") {
        event.preventDefault();
        go("/help");
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
