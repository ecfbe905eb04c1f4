// Opens the page that page.py wrote and times what a reader waits for. Prints milliseconds as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../tests/browser/", import.meta.url))("playwright-core");
const [file, executablePath] = process.argv.slice(2);
const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const start = performance.now();
await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
const came = { "opened, until the first frame is drawn": performance.now() - start };

// From the event to the end of the frame that follows; `script` is the page's own part of it.
const timed = (what, act) =>
  page.evaluate(async ([act]) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await frame();
    const start = performance.now();
    if (act.menu) {
      const menu = document.getElementById(act.menu);
      menu.value = act.value;
      menu.dispatchEvent(new Event("change"));
    } else {
      document.querySelector("#q").value = act.search;
      document.querySelector("#q").dispatchEvent(new Event("input"));
      await new Promise((done) => setTimeout(done, 80));
    }
    const script = performance.now() - start - (act.search === undefined ? 0 : 80);
    await frame();
    return [script, performance.now() - start - (act.search === undefined ? 0 : 80)];
  }, [act]).then(([script, whole]) => {
    came[`${what}: script`] = script;
    came[`${what}: until drawn`] = whole;
  });
const check = await page.evaluate(() => document.getElementById("by-check").options[1].value);
await timed("filter by check", { menu: "by-check", value: check });
await timed("filter by check, back to all", { menu: "by-check", value: "" });
await timed("first search (words are gathered)", { search: "heroin" });
await timed("second search", { search: "heroin 55" });
await timed("search emptied", { search: "" });
await browser.close();
process.stdout.write(JSON.stringify(came));
