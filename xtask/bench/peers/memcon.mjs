// Memcon: answers by a scan of the folded text from the first moment on; the index is made in slices afterwards.

import init, { Engine } from 'memcon-engine';

/** Bytes of the file that are handed over at once. */
const SLICE = 256 * 1024;
const LINE_END = 10;
/** Bytes of the text that a slice of the index goes through. */
const STEP = 128 * 1024;

let wasm;

export async function load() {
  wasm = await init();
}

export const bytes = () => wasm.memory.buffer.byteLength;

/** Reads the turns itself, out of the bytes of their file. */
export function open(file) {
  const engine = new Engine();
  engine.reserve(file.length);
  for (let from = 0; from < file.length; ) {
    // Whole lines, as many as the cache of a processor holds.
    const end = file.lastIndexOf(LINE_END, from + SLICE);
    const to = file.length - from > SLICE && end > from ? end + 1 : file.length;
    engine.add(file.subarray(from, to));
    from = to;
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
