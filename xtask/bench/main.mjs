// The engine beside its peers: for each number of turns, for each engine, in a browser of its own each time.
//
// node main.mjs '{"turns": FILE or null, "sizes": […], "runs": 3, "engines": [{"id", "name", "modules", "version"}], "folder": SERVED,
//   "url": ITS ADDRESS, "native": PROGRAM, "browser": …, "arguments": […], "lighthouse": NODE_MODULES, "output": FILE}'

import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withBrowser } from '../measure/browser.mjs';
import { answers } from './answers.mjs';
import { questions } from './questions.mjs';
import { turns, written } from './turns.mjs';

const setting = JSON.parse(process.argv[2]);
const { sizes, engines, runs, folder, native } = setting;

/** An engine that takes longer for a tenth of the turns, to be ready or for all questions, is left out: milliseconds. */
const PATIENCE = 8_000;

const measured = [];
const tooSlow = new Map();
let busy = 0;
const all = await turns(setting.turns, Math.max(...sizes));
for (const size of sizes) {
  const some = all.slice(0, size);
  console.log(`   ${some.length} turns: drawing 200 questions, and answering them word by word`);
  const asked = questions(some);
  const files = [`turns-${size}.json`, `questions-${size}.json`].map((name) => join(folder, name));
  await writeFile(files[0], written(some));
  await writeFile(files[1], JSON.stringify(asked));
  const { stdout } = await promisify(execFile)(native, [...files, String(runs)], { maxBuffer: 1 << 26 });
  const rows = [];
  for (const engine of engines) {
    if (tooSlow.has(engine.id)) {
      rows.push({ id: engine.id, left_out: tooSlow.get(engine.id) });
      continue;
    }
    process.stdout.write(`   ${some.length} turns, ${engine.name}: `);
    const found = await answers(setting, engine.id, size).catch((fault) => ({ left_out: String(fault.message).split('\n')[0] }));
    rows.push({ id: engine.id, ...found });
    busy = Math.max(busy, loadavg()[0] / cpus().length);
    if (found.left_out) {
      console.log(found.left_out);
      tooSlow.set(engine.id, `failed at ${size} turns: ${found.left_out}`);
      continue;
    }
    const slowest = Math.max(...found.runs.map(({ ready }) => ready));
    const pass = Math.max(...found.runs.flatMap(({ passes }) => passes.map((times) => times.reduce((sum, time) => sum + time, 0))));
    console.log(`ready in ${slowest.toFixed(0)} ms, 200 answers in ${pass.toFixed(0)} ms, otherwise answered: ${JSON.stringify(found.runs[0].wrong)}`);
    if (slowest > PATIENCE) tooSlow.set(engine.id, `takes ${(slowest / 1000).toFixed(0)} s to be ready at ${size} turns`);
    else if (pass > PATIENCE) tooSlow.set(engine.id, `takes ${(pass / 1000).toFixed(0)} s for the 200 at ${size} turns`);
  }
  const characters = some.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const kinds = asked.map(({ kind }) => kind);
  measured.push({ turns: some.length, kinds, bytes: characters, native: JSON.parse(stdout), rows });
  if (some.length < size) break;
}
const browser = await withBrowser(setting, (browser) => browser.version());
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'a processor without a name'}, ${platform()}`;
const made = { date: new Date().toISOString().slice(0, 10), browser, machine, busy, sizes: measured };
await writeFile(setting.output, JSON.stringify(made));
