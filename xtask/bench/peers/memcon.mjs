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
  // Folded the text is a little shorter than in UTF-8, and about as long as it has characters.
  engine.reserve(turns.reduce((sum, { text }) => sum + text.length, 0));
  const encoder = new TextEncoder();
  const numbers = new Map();
  for (let at = 0; at < turns.length; at += SLICE) {
    const slice = turns.slice(at, at + SLICE);
    const speakers = Uint32Array.from(slice, ({ speaker }) => {
      const known = numbers.get(speaker);
      if (known !== undefined) return known;
      numbers.set(speaker, numbers.size);
      return numbers.size - 1;
    });
    // A character of JavaScript's is three bytes of UTF-8 at most.
    const bytes = slice.reduce((sum, { text }) => sum + 3 * text.length, 0);
    const place = engine.room(bytes);
    const room = new Uint8Array(wasm.memory.buffer, place, bytes);
    let end = 0;
    const lengths = Uint32Array.from(slice, ({ text }) => {
      const { written } = encoder.encodeInto(text, room.subarray(end));
      end += written;
      return written;
    });
    engine.add(speakers, lengths);
  }
  engine.name([...numbers.keys()].join('\n'));
  return {
    answer: ({ typed }) => engine.answer(typed),
    later: () => engine.index_step(STEP),
    plain() {
      engine.lay_out();
      return { read: () => engine.read(), bytes: engine.bytes() };
    },
  };
}
