import { render } from "preact";
import "./style.css";
import { Link, usePlace } from "./router";
import { ArticleView } from "./views/article";
import { FiguresView, OfficialsView, PledgesView, StatementsView } from "./views/facts";
import { SearchView } from "./views/search";
import { StatusView } from "./views/status";
import { TrendsView } from "./views/trends";

const views: [path: string, name: string][] = [
  ["/", "جست‌وجو"], ["/officials", "مسئولان"], ["/statements", "گفته‌ها"], ["/figures", "رقم‌ها"], ["/pledges", "وعده‌ها"], ["/trends", "روندها"], ["/status", "وضعیت"],
];

function View() {
  const { path, query } = usePlace();
  const article = /^\/articles\/([^/]+)$/.exec(path)?.[1];
  if (article) return <ArticleView key={article} id={decodeURIComponent(article)} fact={query.get("fact")} />;
  switch (path) {
    case "/": return <SearchView query={query} />;
    case "/officials": return <OfficialsView query={query} />;
    case "/statements": return <StatementsView query={query} />;
    case "/figures": return <FiguresView query={query} />;
    case "/pledges": return <PledgesView query={query} />;
    case "/trends": return <TrendsView query={query} />;
    case "/status": return <StatusView />;
    default: return <p class="state">چنین صفحه‌ای نیست. <Link href="/">به جست‌وجو بروید</Link>.</p>;
  }
}

function App() {
  const { path } = usePlace();
  return (
    <>
      <header class="top">
        <Link href="/" class="brand">نیوزماینر</Link>
        <nav aria-label="بخش‌ها">
          {views.map(([address, name]) => <Link key={address} href={address} current={path === address}>{name}</Link>)}
        </nav>
      </header>
      <main id="main" tabIndex={-1}><View /></main>
      <footer>هر رقم و هر گفته به جمله‌ای که از آن آمده پیوند دارد. روزها به وقت تهران‌اند.</footer>
    </>
  );
}

render(<App />, document.getElementById("app")!);
