// What a word is, and which are taken for the same: written anew from Unicode's own tables as JavaScript has them, so
// that the engine is not judged by itself. The oracle uses it, and every peer that lets its words be given.

const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ł: 'l', ŧ: 't', ς: 'σ' };
const ALONE = '\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3134f}';
const HIDDEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const START = `(?![${ALONE}])[\\p{Alphabetic}\\p{N}]`;
const WORD = new RegExp(`[${ALONE}]|${START}(?:(?![${ALONE}])[\\p{Alphabetic}\\p{N}\\p{M}${HIDDEN}])*`, 'gu');
const DROPPED = new RegExp(`[\\u0300-\\u036f${HIDDEN}]`, 'gu');
const PLAIN = /^[\x00-\x7f]*$/;

/** The words of `text`, folded, in order. */
export function words(text) {
  if (PLAIN.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (text.match(WORD) ?? []).map(fold).filter(Boolean);
}

/** Small letters, without diacritics. */
export function fold(word) {
  if (PLAIN.test(word)) return word.toLowerCase();
  const bare = word.toLowerCase().normalize('NFD').replace(DROPPED, '').normalize('NFC');
  return bare.replace(/[^\x00-\x7f]/g, (letter) => LETTERS[letter] ?? letter);
}

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
