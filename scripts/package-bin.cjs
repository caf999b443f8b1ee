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
// Hundreds of checks run some thousand times each: most would be optimized to the full when they are nearly done, which takes
// a fifth of all processor time. Only what runs far more often is worth it. V8 complains of limits that it does not know.
const major = Number.parseInt(process.versions.node, 10);
if (major >= 22 && major <= 24) {
  v8.setFlagsFromString('--invocation-count-for-maglev=1000');
  v8.setFlagsFromString('--invocation-count-for-turbofan=100000');
}

const BUILD = 'digest of the build';
const PROGRAM = 'seawall.js';
const LONG_RUN = 0.5;
const MOST_KEPT = 8;

const lib = path.join(__dirname, 'lib');
const folder = keptFolder();
/** @type {Map<string, { exports: unknown }>} */
const loaded = new Map();

loadChunk(PROGRAM);

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
  v8.setFlagsFromString(GROWING);
  const script = name === PROGRAM ? keptScript(source, filename) : new vm.Script(source, { filename });
  /** @type {(id: string) => unknown} */
  const requireNear = (id) => (id.startsWith('./') ? loadChunk(id.slice(2)) : require(id));
  /** @type {unknown} */
  const run = script.runInThisContext();
  if (typeof run === 'function') Reflect.apply(run, undefined, [chunk.exports, requireNear, chunk, filename, lib]);
  v8.setFlagsFromString(GROWN);
  return chunk.exports;
}

/**
 * The program, with the code that was kept of it; at the end of the run its code is kept. A scan that takes longer compiles
 * more functions: its code is kept apart, and preferred.
 * @param {string} source
 * @param {string} filename
 */
function keptScript(source, filename) {
  const kind = process.argv[2] === 'scan' ? 'scan' : 'other';
  const prefix = `${BUILD}-${process.version}-${process.arch}-${kind}`;
  const { script, from } = scriptOf(source, filename, [`${prefix}-long`, `${prefix}-short`]);
  process.once('exit', () => {
    const name = `${prefix}-${process.uptime() > LONG_RUN ? 'long' : 'short'}`;
    if (from !== name && from !== `${prefix}-long`) keepCode(name, script);
  });
  return script;
}

/**
 * Compiles a program with the first code of these names that V8 takes.
 * @param {string} source
 * @param {string} filename
 * @param {readonly string[]} names
 */
function scriptOf(source, filename, names) {
  for (const name of names) {
    const cachedData = readCode(name);
    if (cachedData === undefined) continue;
    const script = new vm.Script(source, { filename, cachedData });
    if (script.cachedDataRejected === false) return { script, from: name };
    forgetCode(name);
  }
  return { script: new vm.Script(source, { filename }), from: undefined };
}

/** Where code is kept: in a folder of the user that a scanned tree cannot name. Undefined if there is none. */
function keptFolder() {
  try {
    const given = process.env.XDG_CACHE_HOME ?? '';
    const caches = path.isAbsolute(given) ? given : path.join(os.homedir(), '.cache');
    return path.isAbsolute(caches) ? path.join(caches, 'seawall', 'compiled') : undefined;
  } catch {
    // A user without an entry among the users has no home.
    return undefined;
  }
}

/**
 * Code that was kept; undefined if there is none, if somebody else may have written it, or if it is damaged: V8 does not look.
 * @param {string} name
 */
function readCode(name) {
  if (folder === undefined) return undefined;
  try {
    if (!isOwn(fs.lstatSync(folder))) return undefined;
    const file = fs.openSync(path.join(folder, name), fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
    try {
      if (!isOwn(fs.fstatSync(file))) return undefined;
      const twice = fs.readFileSync(file);
      const code = twice.subarray(0, twice.length / 2);
      if (code.length > 0 && code.equals(twice.subarray(code.length))) return code;
    } finally {
      fs.closeSync(file);
    }
    forgetCode(name);
  } catch {
    // There is none.
  }
  return undefined;
}

/**
 * True for what belongs to the user, and what nobody else may write.
 * @param {import('node:fs').Stats} stats
 */
function isOwn(stats) {
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

/** @param {string} name */
function forgetCode(name) {
  try {
    if (folder !== undefined) fs.unlinkSync(path.join(folder, name));
  } catch {
    // Somebody else did.
  }
}

/**
 * Keeps the code of a script under a name, whole or not at all, and lets go of what is kept the longest.
 * @param {string} name
 * @param {import('node:vm').Script} script
 */
function keepCode(name, script) {
  if (folder === undefined) return;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(fs.lstatSync(folder))) return;
    // V8 takes the code only under the flags that it was made under.
    v8.setFlagsFromString(GROWING);
    const code = script.createCachedData();
    const unfinished = path.join(folder, `${name}.${Math.random().toString(36).slice(2)}`);
    // Twice, as comparing is the quickest way to see damage.
    fs.writeFileSync(unfinished, Buffer.concat([code, code]), { mode: 0o600, flag: 'wx' });
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
