#!/usr/bin/env node
// The program of the published package. CommonJS, because importing node:fs as a module loads all of its streams at once.
// The code that V8 made of the program is kept in the user's own folder, with the functions that a run compiled: compiling
// them anew takes longer than most scans. Losing it costs one slower start.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

// Most young objects of a scan live on. A nursery that grows once, while the program loads, and never again keeps large scans
// a third smaller and small ones quick.
const GROWING = '--semi-space-growth-factor=4';
const GROWN = '--semi-space-growth-factor=1';
// What ran once at the start belongs to the code that is kept.
v8.setFlagsFromString('--no-flush-bytecode');

const BUILD = 'digest of the build';
const LONG_RUN = 0.5;
const MOST_KEPT = 16;

const lib = path.join(__dirname, 'lib');
const folder = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'seawall', 'compiled');
const kind = process.argv[2] === 'scan' ? 'scan' : 'other';
/** @type {Map<string, { exports: unknown }>} */
const loaded = new Map();

loadChunk('seawall.js');

/**
 * Loads a file of the program, as `require` does.
 * @param {string} name
 * @returns {unknown}
 */
function loadChunk(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const chunk = { exports: {} };
  loaded.set(name, chunk);
  const filename = path.join(lib, name);
  const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(filename, 'latin1')}\n})`;
  const prefix = `${BUILD}-${process.version}-${process.arch}-${kind}-${name}`;
  const long = readCode(`${prefix}-long`);
  const cachedData = long ?? readCode(`${prefix}-short`);
  v8.setFlagsFromString(GROWING);
  const script = new vm.Script(source, { filename, cachedData });
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  process.once('exit', () => {
    const isLong = process.uptime() > LONG_RUN;
    if (isKept && (long !== undefined || !isLong)) return;
    keepCode(`${prefix}-${isLong ? 'long' : 'short'}`, script);
  });
  /** @type {(id: string) => unknown} */
  const requireNear = (id) => (id.startsWith('./') ? loadChunk(id.slice(2)) : require(id));
  /** @type {unknown} */
  const run = script.runInThisContext();
  if (typeof run === 'function') Reflect.apply(run, undefined, [chunk.exports, requireNear, chunk, filename, lib]);
  v8.setFlagsFromString(GROWN);
  return chunk.exports;
}

/**
 * Code that was kept; undefined if there is none, or if somebody else wrote it.
 * @param {string} name
 */
function readCode(name) {
  try {
    const file = fs.openSync(path.join(folder, name), 'r');
    try {
      return fs.fstatSync(file).uid === (process.getuid?.() ?? 0) ? fs.readFileSync(file) : undefined;
    } finally {
      fs.closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/**
 * Keeps the code of a script under a name, whole or not at all, and lets go of what is kept the longest.
 * @param {string} name
 * @param {import('node:vm').Script} script
 */
function keepCode(name, script) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    // V8 takes the code only under the flags that it was made under.
    v8.setFlagsFromString(GROWING);
    const unfinished = path.join(folder, `${name}.${process.pid}`);
    fs.writeFileSync(unfinished, script.createCachedData(), { mode: 0o600 });
    fs.renameSync(unfinished, path.join(folder, name));
    const kept = fs.readdirSync(folder).map((file) => path.join(folder, file));
    if (kept.length <= MOST_KEPT) return;
    const times = new Map(kept.map((file) => [file, fs.statSync(file).mtimeMs]));
    kept.sort((left, right) => times.get(right) - times.get(left));
    for (const file of kept.slice(MOST_KEPT)) fs.rmSync(file, { recursive: true, force: true });
  } catch {
    // A folder that cannot be written keeps nothing.
  }
}
