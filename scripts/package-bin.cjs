#!/usr/bin/env node
// The program of the published package. CommonJS, because importing node:fs as a module loads all of its streams at once.
// The compiled code is cached in the user's own folder, never in a shared one.
const module_ = require('node:module');
const { homedir } = require('node:os');
const { join } = require('node:path');
const v8 = require('node:v8');

// Most young objects of a scan live on: a nursery that does not grow keeps large scans a third smaller and hardly slower.
v8.setFlagsFromString('--semi-space-growth-factor=1');

const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
module_.enableCompileCache?.(join(cache, 'seawall', 'compiled'));
require('./lib/seawall.js');
