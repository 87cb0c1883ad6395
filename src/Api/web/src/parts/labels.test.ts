import { describe, expect, it } from "vitest";
import table from "../../../../Extractor/Topics/topics.tsv?raw";
import { topicNames, topicText } from "./labels";

describe("names of topics", () => {
  it("are those of the extractor", () => {
    const rows = table.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
    expect(topicNames).toEqual(Object.fromEntries(rows.map(([id, name]) => [id, name])));
  });
  it("leave an unknown id as it is", () => expect(topicText("toys")).toBe("toys"));
});
