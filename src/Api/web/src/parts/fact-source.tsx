import type { FactKind, Verdict } from "../api/types";
import { persianNumber } from "../persian/digits";
import { Link, articleAddress } from "../router";
import { Icon } from "./icons";
import { dayText } from "./labels";

interface Sourced { id: string; articleId: string; publishedJalali: string | null; outlet: string | null; copies?: number; outlets?: number }

/** The way from a fact anywhere to its marked sentence, and how many others wrote the same. */
export const FactSource = ({ fact }: { fact: Sourced }) => (
  <span class="sourced">
    <Link class="source" href={articleAddress(fact.articleId, fact.id)}><Icon name="link" />{[dayText(fact.publishedJalali), fact.outlet].filter(Boolean).join(" · ")}</Link>
    {(fact.copies ?? 1) > 1 && <span class="badge" title={`این داده در ${persianNumber(fact.copies!)} رونوشت یک خبر آمده است`}>{(fact.outlets ?? 1) > 1 ? `در ${persianNumber(fact.outlets!)} رسانه` : `${persianNumber(fact.copies!)} بار`}</span>}
  </span>
);

/** A verdict in force on a fact. */
export const VerdictBadge = (props: { verdict: Verdict | null | undefined }) =>
  props.verdict === "right" ? <span class="badge good">تأییدشده</span> : props.verdict === "wrong" ? <span class="badge danger">نادرست</span> : null;

export const KindBadge = (props: { kind: FactKind; text: string }) => <span class={`badge is-${props.kind}`}>{props.text}</span>;
