import { render } from "preact";
import "./styles/index.css";
import { App } from "./app";
import { copyInLatin } from "./persian/copy";
import { applyTheme } from "./shell/theme";

applyTheme();
addEventListener("copy", copyInLatin);
render(<App />, document.getElementById("app")!);
