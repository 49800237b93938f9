// FlexSearch: one index for whole words and one for beginnings of words, since one for both would find “mud” in “muddy”;
// no ranking (`resolution: 1`), and no limit to the answer.

import { Index } from 'flexsearch';
import { words } from '../words.mjs';
import { hasPhrase, verified } from './verified.mjs';

export function make(turns) {
  // Both indexes are given the same text in turn: its words are found once.
  let last = { text: '', words: [] };
  const encode = (text) => {
    if (text !== last.text) last = { text, words: words(text) };
    return last.words;
  };
  const options = { encode, resolution: 1, context: false, cache: false, fastupdate: false };
  const whole = new Index({ ...options, tokenize: 'strict' });
  const begun = new Index({ ...options, tokenize: 'forward' });
  const turnsOf = new Map();
  for (const { id, speaker, text } of turns) {
    whole.add(id, text);
    begun.add(id, text);
    if (!turnsOf.has(speaker)) turnsOf.set(speaker, new Set());
    turnsOf.get(speaker).add(id);
  }
  const answer = (question) => {
    const { speaker, passages } = question;
    const sought = passages.flatMap(({ words }) => words).join(' ');
    const index = passages.some(({ open }) => open) ? begun : whole;
    let found = index.search(sought, { limit: turns.length, suggest: false });
    if (speaker !== null) found = found.filter((id) => turnsOf.get(speaker)?.has(id));
    return hasPhrase(question) ? found.filter((id) => verified(turns[id], question)) : found;
  };
  return { answer };
}
