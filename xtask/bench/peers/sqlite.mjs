// SQLite FTS5, compiled to Wasm: contentless, so that it keeps only its index, in memory; one transaction and one
// prepared statement for all; rows by the functions of C, which are the shortest way out.
//
// Its tokenizer unicode61 leaves case and diacritics out by itself; only “ß” and its like are replaced before.

import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { letters } from '../words.mjs';

let sqlite3;

export async function load() {
  sqlite3 = await sqlite3InitModule({ locateFile: () => new URL('./sqlite3.wasm', import.meta.url).href });
}

export const bytes = () => sqlite3.wasm.heap8u().buffer.byteLength;

export function make(turns) {
  const { capi, oo1 } = sqlite3;
  const db = new oo1.DB(':memory:');
  db.exec(`create virtual table turn using fts5(speaker, text, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2')`);
  const numbers = new Map();
  const number = (speaker) => {
    if (!numbers.has(speaker)) numbers.set(speaker, `s${numbers.size}`);
    return numbers.get(speaker);
  };
  db.exec('begin');
  const insert = db.prepare('insert into turn(rowid, speaker, text) values (?, ?, ?)');
  for (const { id, speaker, text } of turns) {
    insert.bind(1, id).bind(2, number(speaker)).bind(3, letters(text));
    insert.stepReset();
  }
  insert.finalize();
  db.exec('commit');
  const select = db.prepare('select rowid from turn where turn match ?');
  const { pointer } = select;
  const answer = ({ speaker, passages }) => {
    const sought = passages.map(({ words, open }) => `text : "${words.join(' ')}"${open ? ' *' : ''}`);
    if (speaker !== null) sought.push(`speaker : ${number(speaker)}`);
    select.bind(1, sought.join(' AND '));
    const found = [];
    while (capi.sqlite3_step(pointer) === capi.SQLITE_ROW) found.push(capi.sqlite3_column_int(pointer, 0));
    select.reset();
    return found;
  };
  return { answer };
}
