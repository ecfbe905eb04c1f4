// Worker of benchmarks/extract.py: Recognizers-Text's figures and speed on the payload's texts, as JSON.
const begun = process.hrtime.bigint();
const R = require("@microsoft/recognizers-text-suite");
const fs = require("fs");
const UNITS = { Dollar: "USD", "United States dollar": "USD", Euro: "EUR", "British pound": "GBP" };
const MEASURED = ["recognizeCurrency", "recognizeDimension", "recognizePercentage", "recognizeAge", "recognizeTemperature"];

function read(text) {
  const found = [];
  for (const name of [...MEASURED, "recognizeNumber"]) {
    for (const f of R[name](text, R.Culture.English)) {
      const end = f.end + 1;
      if (!f.resolution || found.some((g) => f.start < g.end && g.start < end)) continue;
      const value = String(f.resolution.value);
      const unit = name === "recognizePercentage" ? "percent" : f.resolution.unit || "count";
      found.push({ start: f.start, end, low: value.replace("%", ""), high: value.replace("%", ""), unit: UNITS[unit] || unit.toLowerCase() });
    }
  }
  return found;
}

const texts = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
read("Police seized $5.2 million.");
const ready = process.hrtime.bigint();
const figures = texts.map(read);
const done = process.hrtime.bigint();
process.stdout.write(JSON.stringify({ start: Number(ready - begun) / 1e9, seconds: Number(done - ready) / 1e9, peak: process.resourceUsage().maxRSS / 1024, figures }));
