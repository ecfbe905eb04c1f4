// Opens the review page in chromium once and does what a reader does. Prints what came of each scenario as JSON:
// null where it held, else what went wrong. Called by test_review_page.py with the folder of the pages.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [folder, executablePath] = process.argv.slice(2);
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const address = (name, hash = "") => pathToFileURL(`${folder}/${name}.html`).href + hash;
const browser = await chromium.launch({ executablePath, args: FLAGS });

const contexts = new Map();
const contextOf = async (options) => {
  const key = JSON.stringify(options);
  if (!contexts.has(key)) contexts.set(key, await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options }));
  contexts.get(key).setDefaultTimeout(5000);
  return contexts.get(key);
};
// A page of its own for each scenario; whatever the console says or the network is asked for is a fault.
const visit = async (name, { hash = "", ...options } = {}) => {
  const page = await (await contextOf(options)).newPage();
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  const left = [];
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) left.push(request);
  });
  await page.goto(address(name, hash));
  return { page, faults, left, done: () => page.close() };
};
const findings = (page) => page.locator(".finding:visible").evaluateAll((all) => all.map((one) => one.id));
const count = (page) => page.locator("#shown").textContent();
const shows = (page, text) => page.waitForFunction((wanted) => document.getElementById("shown").value === wanted, text);
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
const everything = async (page) => {
  await unfold(page);
  await page.addStyleTag({ content: "* { content-visibility: visible !important; }" });
};
const RULES = { resultTypes: ["violations"] };
const IN_THE_DARK = { ...RULES, runOnly: ["color-contrast", "link-in-text-block"] };
const violations = async (names, looks) => {
  for (const name of names) {
    const { page, faults, done } = await visit(name, { bypassCSP: true });
    await everything(page);
    await page.addScriptTag({ path: AXE });
    for (const { width, rules, ...media } of looks) {
      await page.emulateMedia(media);
      await page.setViewportSize({ width, height: 900 });
      const found = await page.evaluate((asked) => axe.run(document, asked), rules);
      assert.deepEqual(found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`)), [], name);
    }
    assert.deepEqual(faults, []);
    await done();
  }
};

const SCENARIOS = {
  "every page loads without a word to the console or the network": async () => {
    for (const name of ["desk", "lantern", "draft", "extract", "hostile", "clean"]) {
      const { page, faults, left, done } = await visit(name);
      await unfold(page);
      await page.locator("footer").scrollIntoViewIfNeeded();
      assert.deepEqual([...faults, ...left.map((request) => request.url())], [], name);
      assert.equal(await page.evaluate(() => document.documentElement.classList.contains("js")), true, name);
      await done();
    }
  },
  "the policy keeps out what is not the page's own": async () => {
    const { page, left, done } = await visit("desk");
    await page.evaluate(() => {
      const image = document.createElement("img");
      image.src = "https://example.org/x.png";
      document.body.append(image);
      const script = document.createElement("script");
      script.textContent = "window.hacked = true";
      document.body.append(script);
    });
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.deepEqual(left.map((request) => request.failure()?.errorText), ["csp"]);
    await done();
  },
  "a filter shows what it says, counts what is left, and is kept in the address": async () => {
    const { page, done } = await visit("desk");
    assert.equal(await count(page), "5 findings");
    await page.selectOption("#by-severity", "warning");
    assert.equal(await count(page), "2 of 5 findings");
    assert.deepEqual(await findings(page), ["finding-cc101-arrests", "finding-cc105-revenue"]);
    assert.match(await page.locator("#by-check").textContent(), /CC105 name of CC105 \(1\)/);
    assert.match(await page.locator("#by-check").textContent(), /CC108 name of CC108 \(0\)/);
    assert.match(await page.locator("#by-severity").textContent(), /error \(1\)/);
    assert.match(page.url(), /#severity=warning$/);
    await page.selectOption("#by-metric", "revenue");
    assert.deepEqual(await findings(page), ["finding-cc105-revenue"]);
    assert.equal(await page.locator(".group:visible").count(), 1);
    await page.reload();
    assert.deepEqual(await findings(page), ["finding-cc105-revenue"]);
    await page.click("#clear");
    assert.equal(await count(page), "5 findings");
    assert.ok(!page.url().includes("#"));
    await done();
  },
  "filters of source, operation, check and state": async () => {
    const { page, done } = await visit("desk", { hash: "#state=suppressed" });
    assert.deepEqual(await findings(page), ["finding-CC108-kept"]);
    await page.selectOption("#by-state", "");
    await page.selectOption("#by-source", "Wire One");
    assert.deepEqual(await findings(page), ["finding-cc105-revenue", "finding-cc108-dead", "finding-CC108-kept"]);
    await page.selectOption("#by-operation", "Flood");
    assert.deepEqual(await findings(page), ["finding-cc108-dead", "finding-CC108-kept"]);
    await page.selectOption("#by-state", "unchanged");
    assert.deepEqual(await findings(page), ["finding-cc108-dead"]);
    await page.selectOption("#by-check", "CC105 name of CC105");
    assert.deepEqual(await findings(page), []);
    assert.ok(await page.locator("#nothing").isVisible());
    await page.click("#nothing button");
    assert.equal(await count(page), "5 findings");
    await done();
  },
  "search finds words in any order, in any case": async () => {
    const { page, done } = await visit("desk");
    await page.fill("#q", "FLOOD 4,946");
    await shows(page, "2 of 5 findings");
    await page.fill("#q", "news/daily-b.md:5");
    await shows(page, "1 of 5 findings");
    await page.fill("#q", "no such words");
    await shows(page, "0 of 5 findings");
    assert.equal(await page.locator("#groups").isVisible(), true);
    await page.fill("#q", "");
    await shows(page, "5 findings");
    await done();
  },
  "an address with a hostile filter shows everything": async () => {
    const { page, faults, done } = await visit("desk", { hash: "#severity=%22%3E%3Cimg%20src=x%3E&state=nonsense" });
    assert.equal(await count(page), "5 findings");
    assert.deepEqual(faults, []);
    await done();
  },
  "a link to a finding leads there though it is filtered away, and to a check's words": async () => {
    const { page, done } = await visit("desk", { hash: "#severity=error" });
    await page.evaluate(() => (location.hash = "#finding-cc108-dead"));
    await page.waitForFunction(() => document.activeElement.id === "finding-cc108-dead");
    assert.equal(await count(page), "5 findings");
    await page.locator("#finding-cc102-assets .check").click();
    await page.waitForFunction(() => document.activeElement.id === "check-CC102");
    await page.locator(".tally a").first().click();
    await shows(page, "1 of 5 findings");
    const link = page.locator("#finding-cc102-assets .at a").first();
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    assert.equal(await link.getAttribute("href"), "https://agency.example/lantern");
    assert.match(await link.getAttribute("rel"), /noopener/);
    await done();
  },
  "keys search, step through the findings, clear, explain themselves, and can be switched off": async () => {
    const { page, done } = await visit("desk");
    const focus = () => page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("j");
    assert.equal(await focus(), "finding-cc102-assets");
    await page.keyboard.press("j");
    assert.equal(await focus(), "finding-cc101-arrests");
    await page.keyboard.press("k");
    assert.equal(await focus(), "finding-cc102-assets");
    await page.keyboard.press("/");
    assert.equal(await focus(), "q");
    await page.keyboard.type("jk/?");
    assert.equal(await page.inputValue("#q"), "jk/?");
    await page.keyboard.press("Escape");
    await page.keyboard.press("x");
    assert.equal(await count(page), "5 findings");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#shortcuts").isVisible());
    await page.uncheck("#keys");
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("#shortcuts").isVisible()));
    await page.keyboard.press("j");
    assert.ok(!(await focus()).startsWith("finding"));
    await done();
  },
  "focus is to be seen": async () => {
    const { page, done } = await visit("desk");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "solid");
    await done();
  },
  "what the filters leave is said to a screen reader": async () => {
    const { page, done } = await visit("desk");
    assert.equal(await page.locator("#shown").getAttribute("aria-live"), "polite");
    assert.equal(await page.locator("#shown").getAttribute("for"), "q");
    await done();
  },
  "without script everything is there and no control is": async () => {
    const { page, done } = await visit("desk", { javaScriptEnabled: false });
    assert.equal(await page.locator(".finding:visible").count(), 5);
    assert.equal(await page.locator("#controls").isVisible(), false);
    const heroin = page.locator(".group", { hasText: "heroin" }).first();
    await heroin.locator("summary").click();
    assert.ok(await heroin.locator(".plot").isVisible());
    assert.ok(await heroin.locator(".passage").first().isVisible());
    await done();
  },
  "printed, everything is unfolded and the controls are gone": async () => {
    const { page, done } = await visit("desk");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("#controls").isVisible(), false);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("details:not([open])").count(), 0);
    assert.ok(await page.locator("#skipped li").first().isVisible());
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.notEqual(await page.locator("details:not([open])").count(), 0);
    await done();
  },
  "nothing is wider than the screen, and no label of an axis lies on another": async () => {
    for (const name of ["desk", "draft", "extract", "hostile"]) {
      const { page, done } = await visit(name, { bypassCSP: true });
      await everything(page);
      for (const width of [320, 390, 768, 1024, 1600]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${name} at ${width}: ${wide} too wide`);
        const over = await page.evaluate(() => [...document.querySelectorAll(".axis svg")].flatMap((svg) => {
          const boxes = [...svg.querySelectorAll("text")].map((one) => one.getBoundingClientRect()).filter((box) => box.width);
          return boxes.filter((box, n) => n > 0 && box.left < boxes[n - 1].right + 2).map((box) => box.left);
        }));
        assert.deepEqual(over, [], `${name} at ${width}`);
      }
      await done();
    }
  },
  "figures found can be searched and filtered": async () => {
    const { page, done } = await visit("extract");
    assert.equal(await count(page), "8 figures");
    await page.selectOption("#by-metric", "arrests");
    assert.equal(await count(page), "3 of 8 figures");
    await done();
  },
  "axe finds nothing: in the light, in the dark, on a narrow screen": async () => {
    const light = { colorScheme: "light", width: 1280, rules: RULES };
    const dark = { colorScheme: "dark", width: 1280, rules: IN_THE_DARK };
    const narrow = { colorScheme: "light", width: 390, rules: RULES };
    await violations(["desk"], [light, dark, narrow]);
    await violations(["draft", "extract"], [light, dark]);
  },
};

const came = {};
for (const [name, run] of Object.entries(SCENARIOS)) {
  const start = performance.now();
  try {
    await run();
    came[name] = null;
  } catch (error) {
    came[name] = String(error.stack || error);
  }
  process.stderr.write(`${Math.round(performance.now() - start)} ms: ${name}\n`);
}
await browser.close();
process.stdout.write(JSON.stringify(came));
