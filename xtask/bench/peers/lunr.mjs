// Lunr: no stemming and no stop words; the words are given to it, and the speaker is a field of one term.

import lunr from 'lunr';
import { words } from '../words.mjs';
import { hasPhrase, verified } from './verified.mjs';

export function make(turns) {
  const numbers = new Map();
  const number = (speaker) => {
    if (!numbers.has(speaker)) numbers.set(speaker, `s${numbers.size}`);
    return numbers.get(speaker);
  };
  const builder = new lunr.Builder();
  builder.ref('id');
  // A list is taken as the terms that it holds.
  builder.field('text', { extractor: ({ text }) => words(text) });
  builder.field('speaker', { extractor: ({ speaker }) => [number(speaker)] });
  for (const turn of turns) builder.add(turn);
  const index = builder.build();
  const { REQUIRED } = lunr.Query.presence;
  const { NONE, TRAILING } = lunr.Query.wildcard;
  const answer = (question) => {
    const { speaker, passages } = question;
    const found = index.query((query) => {
      for (const { words, open } of passages) {
        words.forEach((word, at) => {
          const wildcard = open && at === words.length - 1 ? TRAILING : NONE;
          query.term(word, { fields: ['text'], presence: REQUIRED, usePipeline: false, wildcard });
        });
      }
      if (speaker !== null) query.term(number(speaker), { fields: ['speaker'], presence: REQUIRED, usePipeline: false });
    });
    const ids = found.map(({ ref }) => Number(ref));
    return hasPhrase(question) ? ids.filter((id) => verified(turns[id], question)) : ids;
  };
  return { answer };
}
