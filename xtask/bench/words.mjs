// What a word is, and which are taken for the same: written anew from Unicode's own tables as JavaScript has them, so
// that the engine is not judged by itself. The oracle uses it, and every peer that lets its words be given.

const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ł: 'l', ŧ: 't', ς: 'σ' };
const OF_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const HIDDEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const DROPPED = new RegExp(`[\\u0300-\\u036f${HIDDEN}]`, 'g');
/** Chinese and Japanese characters are words by themselves. */
const ALONE = '[\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3134f}]';
const WORD = new RegExp(`${ALONE}|[[\\p{Alphabetic}\\p{N}]--${ALONE}][[\\p{Alphabetic}\\p{N}\\p{M}]--${ALONE}]*`, 'gv');
const ASCII = /^[\x00-\x7f]*$/;
/** Quotation marks and dashes too, of which none is part of a word. */
const PLAIN = /^[\x00-\x7f\u2010-\u2027]*$/;

/** The words of `text`, folded, in order. */
export function words(text) {
  const folded = fold(text);
  return folded.match(PLAIN.test(folded) ? /[a-z0-9]+/g : WORD) ?? [];
}

/** Small letters, without diacritics and what is invisible. */
export function fold(text) {
  const small = text.toLowerCase();
  return ASCII.test(small) ? small : small.replace(/[^\x00-\x7f]+/g, bare);
}

/** What is not ASCII comes again and again. */
const known = new Map();

function bare(run) {
  let folded = known.get(run);
  if (folded === undefined) {
    folded = letters(run.normalize('NFD').replace(DROPPED, '').normalize('NFC'));
    known.set(run, folded);
  }
  return folded;
}

/** Those of its small letters that have no decomposition, as they are typed otherwise. */
export const letters = (text) => text.replace(OF_LETTERS, (letter) => LETTERS[letter]);

/**
 * Whether a turn's words hold all that is asked: passages, each of words that follow each other; where one is `open`, its
 * last word may go on.
 */
export function holds(found, passages) {
  return passages.every(({ words: sought, open }) => {
    for (let at = 0; at + sought.length <= found.length; at += 1) {
      let same = 0;
      while (same < sought.length - 1 && found[at + same] === sought[same]) same += 1;
      const [last, there] = [sought[same], found[at + same]];
      if (same === sought.length - 1 && (open ? there.startsWith(last) : there === last)) return true;
    }
    return false;
  });
}
