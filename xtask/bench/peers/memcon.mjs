// Memcon: answers by a scan of the folded text from the first moment on; the index is made in slices afterwards.

import init, { Engine } from 'memcon-engine';

/** Turns that are handed over at once. */
const SLICE = 1000;
/** Bytes of the text that a slice of the index goes through. */
const STEP = 128 * 1024;

let wasm;

export async function load() {
  wasm = await init();
}

export const bytes = () => wasm.memory.buffer.byteLength;

export function make(turns) {
  const engine = new Engine();
  for (let at = 0; at < turns.length; at += SLICE) {
    const slice = turns.slice(at, at + SLICE);
    engine.add(slice.map(({ speaker }) => speaker).join('\n'), slice.map(({ text }) => text).join('\n'));
  }
  return {
    answer: ({ typed }) => engine.answer(typed),
    later: () => engine.index_step(STEP),
    plain() {
      engine.lay_out();
      return { read: () => engine.read(), bytes: engine.bytes() };
    },
  };
}
