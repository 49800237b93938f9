// MiniSearch: its own words and no stemming, by `tokenize` and `processTerm`; the speaker is a field of one term.

import MiniSearch from 'minisearch';
import { words } from '../words.mjs';
import { hasPhrase, verified } from './verified.mjs';

export function make(turns) {
  const index = new MiniSearch({
    fields: ['text', 'speaker'],
    tokenize: (text, field) => (field === 'speaker' ? [text] : words(text)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', tokenize: (text) => [text] },
  });
  index.addAll(turns);
  const answer = (question) => {
    const { speaker, passages } = question;
    const queries = passages.flatMap(({ words, open }) =>
      words.map((word, at) => ({ queries: [word], fields: ['text'], prefix: open && at === words.length - 1 })),
    );
    if (speaker !== null) queries.push({ queries: [speaker], fields: ['speaker'] });
    const filter = hasPhrase(question) ? ({ id }) => verified(turns[id], question) : undefined;
    return index.search({ combineWith: 'AND', queries }, { filter }).map(({ id }) => id);
  };
  return { answer };
}
