// Fuse.js: its extended search for what is included, at any place, unsorted. It knows no words: of what includes the
// letters, the turns that hold the words are kept.

import Fuse from 'fuse.js';
import { verified } from './verified.mjs';

export function make(turns) {
  const fuse = new Fuse(turns, {
    keys: ['text', 'speaker'],
    useExtendedSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    ignoreFieldNorm: true,
    threshold: 0,
    shouldSort: false,
  });
  const answer = (question) => {
    const { speaker, passages } = question;
    const sought = passages.flatMap(({ words }) => words).map((word) => ({ text: `'"${word}"` }));
    if (speaker !== null) sought.push({ speaker: `="${speaker}"` });
    return fuse.search({ $and: sought }).map(({ refIndex }) => refIndex).filter((id) => verified(turns[id], question));
  };
  return { answer };
}
