// The turns that are searched: lines `Name: text` of a file, or made by a seeded generator where there is no file.

import { readFile } from 'node:fs/promises';
import { seeded } from './random.mjs';

const SEED = 1970;
/** A label longer than this is a sentence with a colon. */
const NAME = 80;

/** At most `count` turns, each `[speaker, text]`. */
export async function turns(file, count) {
  return file ? (await read(file)).slice(0, count) : made(count);
}

/** The file of JSON that engines are given: a line for each turn, as a file is that people look into. */
export const written = (turns) => `[\n${turns.map((turn) => JSON.stringify(turn)).join(',\n')}\n]\n`;

/** The turns in a file; lines without a label, such as titles, are passed over. */
async function read(file) {
  const found = [];
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const colon = line.indexOf(': ');
    if (colon < 1 || colon > NAME) continue;
    const text = line.slice(colon + 2).trim();
    // A quotation mark would end the name in a question.
    if (text) found.push([line.slice(0, colon).trim().replace(/["“”„«»]/g, ''), text]);
  }
  if (found.length === 0) throw new Error(`${file} holds no line of the form “Name: text”`);
  return found;
}

const ONSETS = ['', 'b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'z', 'st', 'sch', 'pr', 'tr', 'br', 'kl', 'fl', 'v'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'a', 'e', 'i', 'o', 'e', 'ei', 'au', 'ie'];
const MARKED = ['ä', 'ö', 'ü', 'é', 'ł', 'š'];
const ENDS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'ng', 'ch', 'ss', 'rt', 'nd'];
const SUFFIXES = ['', '', '', '', 'en', 'er', 'ung', 'tion', 'ly', 'ment', 'lich', 's'];
const WORDS = 60_000;
/** Words of a turn, about, on average. */
const LENGTH = 44;

/** Words of a vocabulary in which each comes as often as Zipf says (with Mandelbrot's shift), in turns of mixed length. */
function made(count) {
  const random = seeded(SEED);
  const one = (list) => list[Math.floor(random() * list.length)];
  const known = new Set();
  while (known.size < WORDS) {
    const syllables = 1 + Math.floor(random() * Math.min(3, 1 + known.size / 200));
    let word = '';
    for (let i = 0; i < syllables; i += 1) {
      const marked = random() < 0.05;
      word += one(ONSETS) + (marked ? one(MARKED) : one(VOWELS)) + (marked && random() < 0.3 ? 'ß' : one(ENDS));
    }
    known.add(known.size < 300 ? word : word + one(SUFFIXES));
  }
  const vocabulary = [...known];
  const below = [];
  vocabulary.reduce((sum, _, rank) => (below[rank] = sum + 1 / (rank + 2.7) ** 1.05), 0);
  const word = () => {
    const sought = random() * below[below.length - 1];
    let [low, high] = [0, below.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (below[middle] < sought) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low];
  };
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const names = Array.from({ length: 80 }, (_, at) => `${capital(vocabulary[500 + at * 7])} ${capital(vocabulary[900 + at * 11])}`);
  return Array.from({ length: count }, () => {
    const words = Math.max(3, Math.round(-Math.log(1 - random()) * LENGTH));
    let text = '';
    let start = true;
    for (let at = 0; at < words; at += 1) {
      text += (at ? ' ' : '') + (start ? capital(word()) : word());
      start = random() < 0.07;
      text += start || at + 1 === words ? '.' : random() < 0.08 ? ',' : '';
    }
    return [names[Math.floor(random() ** 2 * names.length)], text];
  });
}
