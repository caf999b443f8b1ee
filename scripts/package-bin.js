#!/usr/bin/env node
// The program of the published package. The compiled code is cached in the user's own folder, never in a shared one.
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
module.enableCompileCache?.(join(cache, 'seawall', 'compiled'));
await import('./lib/seawall.js');
