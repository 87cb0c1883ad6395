import type { StoreCounts } from "../api/types";
import { useApi } from "../api/use";
import { State } from "../parts/load";
import { persianNumber } from "../persian/digits";
import { Link } from "../router";

const tiles: [key: keyof StoreCounts, name: string, href: string][] = [
  ["articles", "خبر، با رونوشت‌ها", "/?fold=false"], ["outlets", "رسانه", "/status"], ["officials", "سمت در خبرها", "/officials"], ["statements", "گفته", "/statements"], ["figures", "رقم", "/figures"], ["pledges", "وعده", "/pledges"],
];

/** What stands above the newest articles before anything was asked: what there is, and the three ways in. */
export function Start() {
  const counts = useApi<StoreCounts>("/api/status");
  if (counts.is !== "ready") return null;
  if (counts.value.articles === 0) {
    return (
      <State icon="status" title="انبار هنوز خالی است">
        <p>با <code>newsminer crawl</code> خبر گردآورید یا با <code>newsminer import</code> پرونده‌ای را وارد کنید. پیشرفت کار در <Link href="/status">گردآوری و پوشش</Link> دیده می‌شود.</p>
      </State>
    );
  }
  return (
    <section class="start" aria-label="در یک نگاه">
      <dl class="tiles">{tiles.map(([key, name, href]) => <div key={key}><dt>{name}</dt><dd><Link href={href}>{persianNumber(counts.value[key])}</Link></dd></div>)}</dl>
      <ul class="ways">
        <li><Link href="/trends"><strong>چه چیز بیشتر نوشته می‌شود؟</strong><span>روند یک موضوع، فوران‌ها و آزمون آن</span></Link></li>
        <li><Link href="/pledges"><strong>کدام وعده سررسید گذشته است؟</strong><span>تابلوی وعده‌ها با مهلت و استواری</span></Link></li>
        <li><Link href="/figures"><strong>از یک چیز چه رقم‌هایی گفته‌اند؟</strong><span>جدول، نمودار و ناهمخوانی رسانه‌ها</span></Link></li>
      </ul>
    </section>
  );
}
