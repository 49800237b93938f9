// One engine at one number of turns: several times, each in a browser of its own, so that nothing is warm or left over.

import { withBrowser } from '../measure/browser.mjs';

/** No more passes of the 200 are begun after so many milliseconds. */
const ENOUGH = 20_000;
/** A browser that has just started is busy with itself for so many milliseconds. */
const REST = 1_000;

/** What was measured in each run; times in milliseconds, memory in bytes. */
export async function answers(setting, id, size) {
  const runs = [];
  for (let run = 0; run < setting.runs; run += 1) {
    runs.push(
      await withBrowser(setting, async (browser) => {
        const page = await browser.newPage();
        await page.goto(setting.url);
        await page.waitForFunction('window.bench');
        const devtools = await page.createCDPSession();
        await devtools.send('HeapProfiler.enable');
        const call = (name, ...values) => page.evaluate((name, values) => window.bench[name](...values), name, values);
        /** What the engine holds: more of JavaScript's heap than before it, and all memory of its Wasm. */
        const memory = async () => {
          await devtools.send('HeapProfiler.collectGarbage');
          const { usedSize } = await devtools.send('Runtime.getHeapUsage');
          return { heap: usedSize, wasm: await call('bytes') };
        };
        await call('open', id, size);
        const json = await call('parse');
        const before = await memory();
        const held = async () => {
          const now = await memory();
          return Math.max(0, now.heap - before.heap) + now.wasm;
        };
        const passes = async () => {
          const found = [];
          const begun = Date.now();
          while (found.length < setting.runs && (found.length === 0 || Date.now() - begun < ENOUGH)) found.push(await call('pass'));
          return found;
        };
        await new Promise((done) => setTimeout(done, REST));
        const { ready, first } = await call('ready');
        const found = { json, ready: ready + (json ?? 0), first: first + (json ?? 0) };
        found.memory = await held();
        found.wrong = await call('wrong');
        found.passes = await passes();
        // What makes its index later answers once more with it.
        if (id === 'memcon') {
          const later = await call('later');
          const settled = { ready: found.ready + later.ready, slice: later.slice, memory: await held(), wrong: await call('wrong'), passes: await passes() };
          Object.assign(found, { later: settled, plain: await call('read', 30) });
        }
        return found;
      }),
    );
  }
  return { runs };
}
