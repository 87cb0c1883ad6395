import type { Comparison } from "../api/types";
import { useApi } from "../api/use";
import { DateField } from "../parts/date-field";
import { apiWords } from "../parts/filter-words";
import { Choice, Filters } from "../parts/filters";
import { FindingText } from "../parts/finding";
import { Head } from "../parts/head";
import { KeynessList } from "../parts/keyness";
import { keynessKinds } from "../parts/labels";
import { Loaded, State } from "../parts/load";
import { provinceNames } from "../parts/provinces";
import { persianNumber } from "../persian/digits";
import { today } from "../persian/jalali";
import { Link, address, go } from "../router";
import type { ViewProps } from "../views";

const fields = ["outlet", "topic", "place", "official", "speaker"] as const;

/** Two periods, or two provinces, of the same filter: what is written about more in the one than in the other. */
export function CompareView({ query }: ViewProps) {
  const set = (name: string) => (value: string) => go(address("/compare", query, { [name]: value }));
  const side = (title: string, mark: "" | "2") => (
    <fieldset class="panel side">
      <legend>{title}</legend>
      <div class="fields-row">
        <DateField label="از روز" value={query.get(`from${mark}`) ?? ""} set={set(`from${mark}`)} />
        <DateField label="تا روز" value={query.get(`to${mark}`) ?? ""} set={set(`to${mark}`)} atEnd />
        <Choice label="استان" value={query.get(`province${mark}`) ?? ""} set={set(`province${mark}`)} options={provinceNames.map((name) => [name, name])} />
      </div>
    </fieldset>
  );
  const asked = ["from2", "to2", "province2"].some((name) => query.get(name));
  const now = today().year;
  const example = address("/compare", query, { from: String(now - 1), to: String(now - 1), from2: String(now), to2: String(now) });
  return (
    <>
      <Head title="سنجش دو دوره" about="چه واژه، مسئول، نهاد، جای یا موضوعی در سوی دوم بیشتر یا کمتر از سوی نخست نوشته شده است. رونوشت‌های یک خبر یک‌بار شمرده می‌شوند." />
      <Filters path="/compare" query={query} fields={fields} placeholder="در همهٔ خبرها، یا در خبرهای یک موضوع" />
      <div class="grid sides">{side("سوی نخست", "")}{side("سوی دوم", "2")}</div>
      {asked ? <Compared query={query} /> : (
        <State icon="compare" title="دو سوی سنجش را برگزینید"><p>برای هر سو بازه یا استانی بگذارید. نمونه: <Link href={example}>پارسال در برابر امسال</Link>.</p></State>
      )}
    </>
  );
}

function Compared({ query }: { query: URLSearchParams }) {
  const answer = useApi<Comparison>("/api/trends/compare", apiWords(query, "from2", "to2", "province2", "limit"));
  return (
    <Loaded answer={answer}>{(found) => (
      <div class="stack-wide compared">
        <dl class="tiles">
          <div><dt>{found.a.labelFa} · {persianNumber(found.a.articles)} خبر</dt><dd>{persianNumber(found.a.stories)} رویداد خبری</dd></div>
          <div><dt>{found.b.labelFa} · {persianNumber(found.b.articles)} خبر</dt><dd>{persianNumber(found.b.stories)} رویداد خبری</dd></div>
        </dl>
        <FindingText finding={found.finding} />
        {found.lists.map(({ kind, rose, fell }) => rose.length + fell.length === 0 ? null : (
          <section key={kind} class="panel">
            <h2>{keynessKinds[kind]}</h2>
            <div class="rose-fell">
              <section><h3>بیشتر شد</h3>{rose.length > 0 ? <KeynessList kind={kind} items={rose} a={found.a.labelFa} b={found.b.labelFa} /> : <p class="soft">چیزی به‌روشنی بیشتر نشد.</p>}</section>
              <section><h3>کمتر شد</h3>{fell.length > 0 ? <KeynessList kind={kind} items={fell} a={found.a.labelFa} b={found.b.labelFa} /> : <p class="soft">چیزی به‌روشنی کمتر نشد.</p>}</section>
            </div>
          </section>
        ))}
        {found.lists.every(({ rose, fell }) => rose.length + fell.length === 0) && found.finding.verdict !== "tooLittleData" && <p class="soft">میان دو سو ناهمانندی روشنی نیست.</p>}
      </div>
    )}</Loaded>
  );
}
