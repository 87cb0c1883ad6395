import type { FactKind, Verdict } from "../api/types";
import { Link, articleAddress } from "../router";
import { Icon } from "./icons";
import { dayText } from "./labels";

/** The way from a fact anywhere to its marked sentence. */
export const FactSource = (props: { fact: { id: string; articleId: string; publishedJalali: string | null; outlet: string | null } }) => (
  <Link class="source" href={articleAddress(props.fact.articleId, props.fact.id)}><Icon name="link" />{[dayText(props.fact.publishedJalali), props.fact.outlet].filter(Boolean).join(" · ")}</Link>
);

/** A verdict in force on a fact. */
export const VerdictBadge = (props: { verdict: Verdict | null | undefined }) =>
  props.verdict === "right" ? <span class="badge good">تأییدشده</span> : props.verdict === "wrong" ? <span class="badge danger">نادرست</span> : null;

export const KindBadge = (props: { kind: FactKind; text: string }) => <span class={`badge is-${props.kind}`}>{props.text}</span>;
