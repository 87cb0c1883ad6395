import { useState } from "preact/hooks";
import { Icon } from "../parts/icons";
import { SearchBox } from "../parts/search-box";
import { Link, go } from "../router";
import { KeyButton } from "./key";
import { type Theme, nextTheme, theme } from "./theme";

const themeNames: Record<Theme, string> = { auto: "رنگ: چون دستگاه", light: "رنگ: روشن", dark: "رنگ: تیره" };
const themeIcons = { auto: "auto", light: "sun", dark: "moon" } as const;

export function Header(props: { searches: boolean; menu: boolean; setMenu: (open: boolean) => void }) {
  const [shown, setShown] = useState(theme);
  return (
    <header class="top">
      <button type="button" class="button bare quiet menu-button" aria-expanded={props.menu} aria-controls="rail" aria-label="بخش‌ها" onClick={() => props.setMenu(!props.menu)}><Icon name={props.menu ? "close" : "menu"} /></button>
      <Link href="/" class="brand" aria-label="نیوزماینر، جست‌وجو"><img src="/icon.svg" alt="" width="28" height="28" /><span>نیوزماینر</span></Link>
      {!props.searches && <SearchBox value="" submit={(words) => go(`/?q=${encodeURIComponent(words)}`)} label="جست‌وجو در خبرها" />}
      <div class="tools">
        <button type="button" class="button bare quiet" title={themeNames[shown]} aria-label={themeNames[shown]} onClick={() => setShown(nextTheme())}><Icon name={themeIcons[shown]} /></button>
        <KeyButton />
      </div>
    </header>
  );
}
