// From keystroke to painted answer: questions are typed into a record's page, letter by letter, with the processor slowed
// down four times; and the engine is asked the same by itself, slowed down too.
//
// node strokes.mjs '{"records": [IDS], "dist": FOLDER, "site": ITS ADDRESS, "folder": SERVED, "url": ITS ADDRESS, "runs": 3,
//   "browser": …, "arguments": […], "lighthouse": NODE_MODULES, "output": FILE}'

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withBrowser } from '../measure/browser.mjs';
import { questions } from './questions.mjs';
import { written } from './turns.mjs';

const setting = JSON.parse(process.argv[2]);
const SLOWDOWN = 4;
/** Questions of each kind that are typed. */
const EACH = 2;
const KINDS = ['rare', 'common', 'two words', 'prefix', 'phrase', 'none'];
const PATIENCE = 240_000;
/** How often the engine is asked everything by itself. */
const PASSES = 100;
/** No more runs through a record's questions are begun after so many milliseconds. */
const ENOUGH = 120_000;

/** The least that a page can do: what is typed is written below. */
const BARE = `<!doctype html><title>Bare</title><input id="q"><p>–</p><script>
document.querySelector('#q').oninput = ({ target }) => (document.querySelector('p').textContent = target.value);
document.documentElement.dataset.started = '';
</script>`;

const measured = [];
for (const id of setting.records) {
  const record = JSON.parse(await readFile(join(setting.dist, 'records', `${id}.json`), 'utf8'));
  const names = new Map((record.participants ?? []).map(({ id, name }) => [id, name]));
  const turns = record.blocks
    .filter(({ kind }) => kind === 'turn')
    .map(({ speaker, paragraphs }) => [names.get(speaker) ?? '?', paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join(' ')]);
  process.stdout.write(`   ${turns.length} turns: `);
  const asked = questions(turns);
  const typed = KINDS.flatMap((kind) => asked.filter((question) => question.kind === kind).slice(0, EACH)).map(({ typed }) => typed);
  const begins = typed.flatMap((typed) => [...typed].map((_, at, letters) => letters.slice(0, at + 1).join('')));
  const strokes = [];
  let ready;
  const begun = Date.now();
  for (let run = 0; run < setting.runs && (run === 0 || Date.now() - begun < ENOUGH); run += 1) {
    const found = await type(`${setting.site}records/${id}/`, typed);
    strokes.push(...found.strokes);
    ready = found.ready;
  }
  const engine = await alone(id, turns, begins);
  const median = strokes.map(({ first }) => first).sort((a, b) => a - b)[strokes.length >> 1];
  console.log(`${strokes.length} strokes, half of the first changes painted within ${median.toFixed(0)} ms`);
  if (measured.length === 0) measured.push(await bare(typed));
  measured.push({ id, turns: turns.length, ready, strokes, engine });
}
await writeFile(setting.output, JSON.stringify(measured));

/** Types each question into the page at `url`: for each stroke, in milliseconds, what it took until the answer was painted. */
async function type(url, typed) {
  return withBrowser(setting, async (browser) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport({ width: 1280, height: 800 });
    const devtools = await page.createCDPSession();
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.evaluateOnNewDocument(watch);
    await page.goto(url);
    await page.waitForFunction(() => 'started' in document.documentElement.dataset);
    const ready = await page.evaluate(() => performance.now());
    const spent = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
      return { script: of.ScriptDuration, style: of.RecalcStyleDuration, layout: of.LayoutDuration, task: of.TaskDuration };
    };
    const rest = () => page.evaluate(() => window.stroke.rest());
    await page.focus('#q');
    await page.keyboard.type('warm');
    await rest();
    const strokes = [];
    for (const question of typed) {
      await page.$eval('#q', (box) => box.select());
      await page.keyboard.press('Backspace');
      await rest();
      for (const letter of question) {
        await page.evaluate(() => window.stroke.expect());
        const before = await spent();
        await page.keyboard.type(letter);
        const { first, last } = await rest();
        const after = await spent();
        const parts = Object.keys(before).map((part) => [part, after[part] - before[part]]);
        strokes.push({ first, last, ...Object.fromEntries(parts) });
      }
    }
    return { ready, strokes };
  });
}

/** What the browser itself takes: the same questions, typed into a page that finds nothing. */
async function bare(typed) {
  await writeFile(join(setting.folder, 'bare.html'), BARE);
  const strokes = [];
  let ready;
  for (let run = 0; run < setting.runs; run += 1) {
    const found = await type(`${setting.url}bare.html`, typed);
    strokes.push(...found.strokes);
    ready = found.ready;
  }
  return { id: 'bare', turns: 0, ready, strokes, engine: 0 };
}

/** The engine by itself in a page, once its index is made: milliseconds for a beginning of a question, on average. */
async function alone(id, turns, begins) {
  const size = `strokes-${id}`;
  await writeFile(join(setting.folder, `turns-${size}.json`), written(turns));
  await writeFile(join(setting.folder, `questions-${size}.json`), JSON.stringify(begins.map((typed) => ({ typed }))));
  return withBrowser(setting, async (browser) => {
    const page = await browser.newPage();
    await page.goto(setting.url);
    await page.waitForFunction('window.bench');
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const call = (name, ...values) => page.evaluate((name, values) => window.bench[name](...values), name, values);
    await call('open', 'memcon', size);
    await call('ready');
    await call('later');
    await call('pass');
    // What slows the processor down are pauses, longer than most answers: only many answers together are slowed down alike.
    const passes = [];
    for (let pass = 0; pass < PASSES; pass += 1) passes.push(...(await call('pass')));
    return passes.reduce((sum, time) => sum + time, 0) / passes.length;
  });
}

/**
 * In the page: when a key went down, when what changed after it was first painted, and when all was. A frame is painted when
 * a message comes that was sent in its animation callback.
 */
function watch() {
  const QUIET = 200;
  const stroke = { begun: 0, changed: 0, first: 0, last: 0 };
  let [waiting, answered] = [false, false];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    waiting = false;
    stroke.last = performance.now();
    if (answered && !stroke.first) stroke.first = stroke.last;
  };
  const frame = () => {
    stroke.changed = performance.now();
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  // A letter that no key has comes without one.
  for (const kind of ['keydown', 'beforeinput']) addEventListener(kind, (event) => (stroke.begun ||= event.timeStamp), true);
  addEventListener('input', frame, true);
  new MutationObserver(() => {
    answered = true;
    frame();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  stroke.expect = () => {
    [stroke.begun, stroke.first, answered] = [0, 0, false];
  };
  /** Once nothing has changed for a while: from the key to the first frame with an answer, and to the last. */
  stroke.rest = () =>
    new Promise((done) => {
      const look = () => {
        if (waiting || performance.now() - stroke.changed < QUIET) setTimeout(look, 50);
        else done({ first: (stroke.first || stroke.last) - stroke.begun, last: stroke.last - stroke.begun });
      };
      look();
    });
  window.stroke = stroke;
}
