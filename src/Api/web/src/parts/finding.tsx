import type { Finding } from "../api/types";
import { persianNumber } from "../persian/digits";
import { Icon } from "./icons";

/** A statistical test in words, with what it counted and by which method; where there is too little data it says that and nothing else. */
export function FindingText(props: { finding: Finding; title?: string }) {
  const { finding } = props;
  const little = finding.verdict === "tooLittleData";
  return (
    <div class={little ? "note plain finding" : "note finding"}>
      <Icon name={little ? "help" : "trend"} />
      <div>
        <p>{props.title && <strong>{props.title}: </strong>}{finding.fa}</p>
        {!little && <details class="small"><summary>آزمون</summary><p>{finding.basisFa} · n = {persianNumber(finding.n)}{finding.p !== null && ` · p = ${finding.p < 0.001 ? "کمتر از ۰٫۰۰۱" : persianNumber(Math.round(finding.p * 1000) / 1000)}`} · {finding.method}</p></details>}
      </div>
    </div>
  );
}
