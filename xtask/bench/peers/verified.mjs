// For engines that know words but not what follows what: of the turns that hold all the words, those that hold the phrase.

import { holds, words } from '../words.mjs';

/** Whether the answer to a question must be looked through. */
export const hasPhrase = ({ passages }) => passages.some(({ words }) => words.length > 1);

/** Whether the turn holds what is asked. */
export const verified = (turn, { passages }) => holds(words(turn.text), passages);
