// The questions, drawn from the turns by a seeded draw, and what answers them: each turn's words compared one by one.

import { seeded } from './random.mjs';
import { sum } from './page/sum.mjs';
import { holds, words } from './words.mjs';

const SEED = 1848;
/** How many of each kind: 200. */
const KINDS = { rare: 30, common: 30, 'two words': 30, prefix: 30, phrase: 30, none: 20, 'with a speaker': 30 };

/**
 * Questions to `turns`: `typed` as our question language has it, `speaker` and `passages` the same for those that have
 * another, and how many turns answer it, with a sum over their numbers.
 */
export function questions(turns) {
  const random = seeded(SEED);
  const one = (list) => list[Math.floor(random() * list.length)];
  const folded = turns.map(([, text]) => words(text));
  const turnsOf = new Map();
  for (const found of folded) for (const word of new Set(found)) turnsOf.set(word, (turnsOf.get(word) ?? 0) + 1);
  const byNumber = [...turnsOf.keys()].filter((word) => /^\p{L}{2,}$/u.test(word)).sort((a, b) => turnsOf.get(b) - turnsOf.get(a));
  const common = byNumber.slice(0, 100);
  const rare = byNumber.filter((word) => turnsOf.get(word) <= 3);
  /** A turn of some length, and a word of it that is more than a particle. */
  const turn = (least) => {
    for (let tries = 0; tries < 10_000; tries += 1) {
      const at = Math.floor(random() * turns.length);
      if (folded[at].length >= least) return at;
    }
    throw new Error('the turns are too short to draw questions from');
  };
  const word = (at) => one(folded[at].filter((word) => word.length > 3).concat(folded[at].slice(0, 1)));
  const passage = (sought, open = false) => ({ words: sought, open });

  const draw = {
    rare: () => ask([passage([one(rare)])]),
    common: () => ask([passage([one(common)])]),
    'two words': () => {
      const at = turn(6);
      return ask([passage([word(at)]), passage([word(at)])]);
    },
    prefix: () => {
      const long = one(folded[turn(4)].filter((word) => word.length > 4)) ?? one(byNumber.filter((word) => word.length > 4));
      return ask([passage([[...long].slice(0, 4 + Math.floor(random() * 2)).join('')], true)]);
    },
    phrase: () => {
      const at = turn(6);
      const length = 2 + Math.floor(random() * 2);
      const from = Math.floor(random() * (folded[at].length - length));
      return ask([passage(folded[at].slice(from, from + length))]);
    },
    none: () => {
      let unknown;
      do unknown = `${one(byNumber)}${one(['q', 'x', 'zz', 'kv'])}`;
      while (turnsOf.has(unknown));
      return ask([passage([unknown])]);
    },
    'with a speaker': () => {
      const at = turn(4);
      return ask([passage([word(at)])], turns[at][0]);
    },
  };
  const drawn = Object.entries(KINDS).flatMap(([kind, count]) => Array.from({ length: count }, () => ({ kind, ...draw[kind]() })));
  // Mixed, as people ask.
  for (let at = drawn.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [drawn[at], drawn[other]] = [drawn[other], drawn[at]];
  }
  for (const question of drawn) Object.assign(question, sum(oracle(turns, folded, question)));
  return drawn;
}

function ask(passages, speaker = null) {
  const typed = passages.map(({ words, open }) => (words.length > 1 ? `"${words.join(' ')}"` : words[0]) + (open ? '*' : ''));
  return { typed: (speaker === null ? typed : [`speaker:"${speaker}"`, ...typed]).join(' '), speaker, passages };
}

/** Numbers of the turns that answer. */
function oracle(turns, folded, { speaker, passages }) {
  const found = [];
  turns.forEach(([name], at) => {
    if ((speaker === null || name === speaker) && holds(folded[at], passages)) found.push(at);
  });
  return found;
}
