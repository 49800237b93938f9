// In the page: one engine with the turns and questions of one size, a step at a time as the benchmark calls them.

import { sum } from './sum.mjs';

/** Milliseconds. */
const WARM = 500;

let engine;
/** The bytes of the file of turns, or objects made of it. */
let given;
let questions;

window.bench = {
  /** Loads the engine's code, which is not measured, the file of turns, and the questions. Browsers compile code when it is first
   * used: so it is, with one turn, and that is not measured either. */
  async open(name, size) {
    engine = await import(`./engines/${name}.js`);
    await engine.load?.();
    const file = new TextEncoder().encode('[\n["Who","What"]\n]\n');
    const tried = await (engine.open?.(file) ?? engine.make([{ id: 0, speaker: 'Who', text: 'What' }]));
    tried.answer({ typed: 'what', speaker: null, passages: [{ words: ['what'], open: false }] });
    given = await (await fetch(`turns-${size}.json`)).bytes();
    questions = await (await fetch(`questions-${size}.json`)).json();
  },

  /** How long it takes to make objects of the file; `null` where the engine reads the file. */
  parse() {
    if (engine.open) return null;
    const begun = performance.now();
    given = JSON.parse(new TextDecoder().decode(given)).map(([speaker, text], id) => ({ id, speaker, text }));
    return performance.now() - begun;
  },

  /** From what the engine is given to the engine ready, and to the first answer. */
  async ready() {
    const begun = performance.now();
    this.made = await (engine.open ?? engine.make)(given);
    const ready = performance.now() - begun;
    this.made.answer(questions[0]);
    return { ready, first: performance.now() - begun };
  },

  /** What is done where there is time, such as an index: milliseconds, and those of its longest slice. */
  later() {
    const slices = [];
    for (let done = false; !done; ) {
      const begun = performance.now();
      done = this.made.later();
      slices.push(performance.now() - begun);
    }
    return { ready: slices.reduce((sum, slice) => sum + slice, 0), slice: Math.max(...slices) };
  },

  /** By kind, how many questions have another answer than the oracle's; warms the engine up, too. */
  wrong() {
    const wrong = {};
    for (const question of questions) {
      const found = sum(this.made.answer(question));
      if (found.count !== question.count || found.sum !== question.sum) wrong[question.kind] = (wrong[question.kind] ?? 0) + 1;
    }
    return wrong;
  },

  /** How long each question takes, in milliseconds. */
  pass() {
    return questions.map((question) => {
      const begun = performance.now();
      this.made.answer(question);
      return performance.now() - begun;
    });
  },

  /** Bytes that the engine holds outside of the heap of JavaScript. */
  bytes: () => engine.bytes?.() ?? 0,

  /** How long it takes to read as many bytes as the text has. */
  read(times) {
    const { read, bytes } = this.made.plain();
    // Until the browser has compiled it for speed, as it has the scan by then.
    for (const begun = performance.now(); performance.now() - begun < WARM; ) read();
    const took = Array.from({ length: times }, () => {
      const begun = performance.now();
      read();
      return performance.now() - begun;
    });
    return { read: took, bytes };
  },
};
