// The baseline: reads the files (or folders of files) it is given and runs the js-yaml event parser on every document.
// `node bench/parse-events.mjs PATH…` prints how much that was.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvents } from 'js-yaml';

const documentStart = /^---(?=[ \t\r\n])/gm;
let documents = 0;
let events = 0;

/** @param {string} text */
function parseText(text) {
  let start = 0;
  // A marker at the start of a line always begins a document, also inside of what looks like a block scalar.
  for (const { index } of text.matchAll(documentStart)) {
    if (index > start) parseDocument(text.slice(start, index));
    start = index;
  }
  parseDocument(text.slice(start));
}

/** @param {string} text */
function parseDocument(text) {
  documents += 1;
  events += parseEvents(text, {}).length;
}

/** @param {string} path */
function parsePath(path) {
  if (!statSync(path).isDirectory()) {
    parseText(readFileSync(path, 'utf8'));
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) parseText(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  }
}

for (const path of process.argv.slice(2)) parsePath(path);
console.log(`${documents} documents, ${events} events`);
