// One run of Lighthouse on one page, as its mobile setting has it: slow 4G and a processor four times slower, simulated.

import { withBrowser } from './browser.mjs';
import { load } from './modules.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = {
  first_contentful_paint: 'first-contentful-paint',
  largest_contentful_paint: 'largest-contentful-paint',
  total_blocking_time: 'total-blocking-time',
  cumulative_layout_shift: 'cumulative-layout-shift',
};

/** Scores in per cent, metrics, bytes, and the audits that are not perfect. */
export async function inspect(setting, url) {
  const { default: lighthouse } = await load(setting.lighthouse, 'lighthouse');
  const { lhr } = await withBrowser(setting, async (browser) => {
    const page = await browser.newPage();
    return lighthouse(url, { logLevel: 'error', onlyCategories: CATEGORIES }, undefined, page);
  });
  if (lhr.runtimeError) throw new Error(`Lighthouse on ${url}: ${lhr.runtimeError.message}`);

  const run = { version: lhr.lighthouseVersion, faults: {} };
  for (const id of CATEGORIES) run[id.replace('-', '_')] = Math.round(lhr.categories[id].score * 100);
  for (const [name, audit] of Object.entries(METRICS)) run[name] = lhr.audits[audit].numericValue;
  const requests = lhr.audits['network-requests'].details.items;
  // What the browser asks for the page; a worker's own requests come after it.
  run.bytes = requests.reduce((sum, request) => sum + (request.transferSize ?? 0), 0);
  for (const category of Object.values(lhr.categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = lhr.audits[id];
      if (audit.score !== null && audit.score < 1) {
        run.faults[id] = { category: category.id, weight, score: audit.score, title: audit.title, value: audit.displayValue ?? '' };
      }
    }
  }
  return run;
}
