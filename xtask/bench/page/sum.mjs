// Two sets of turns are the same if they have as many and the same sum over their numbers (FNV-1a, 32 bit, in order).

export function sum(numbers) {
  let sum = 0x811c9dc5;
  for (const number of Uint32Array.from(numbers).sort()) sum = Math.imul(sum ^ number, 0x01000193) >>> 0;
  return { count: numbers.length, sum };
}
