// Measures pages, run after run, all pages in turn so that a busy moment of the machine falls on all of them.
//
// node main.mjs '{"pages": […], "runs": 5, "browser": …, "arguments": […], "lighthouse": NODE_MODULES, "output": FILE}'

import { writeFile } from 'node:fs/promises';
import { answers, settled } from './answer.mjs';
import { withBrowser } from './browser.mjs';
import { inspect } from './lighthouse.mjs';

const setting = JSON.parse(process.argv[2]);
const measured = setting.pages.map(({ name }) => ({ name, runs: [] }));
const expected = [];
for (const page of setting.pages) {
  expected.push(page.filter ? await settled(setting, { url: page.url, ...page.filter }) : null);
}
for (let run = 1; run <= setting.runs; run += 1) {
  for (const [at, page] of setting.pages.entries()) {
    const found = await inspect(setting, page.url);
    if (page.filter) found.filter_answers = await answers(setting, { url: page.url, ...page.filter }, expected[at]);
    measured[at].runs.push(found);
    const seconds = (found.largest_contentful_paint / 1000).toFixed(1);
    console.log(`   run ${run} of ${setting.runs}, ${page.name}: performance ${found.performance}, largest paint ${seconds} s`);
  }
}
const browser = await withBrowser(setting, (browser) => browser.version());
await writeFile(setting.output, JSON.stringify({ date: new Date().toISOString().slice(0, 10), browser, pages: measured }));
