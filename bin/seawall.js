#!/usr/bin/env node
// Plain JavaScript, in a syntax that old Node reads, so that the error below is what they print.
if (process.features.typescript) {
  void import('../src/cli/main.ts');
} else {
  process.stderr.write(
    `seawall: this is Node ${process.versions.node}, which cannot run TypeScript.\n` +
      'A checkout of Seawall needs Node 22.18 or newer.\n' +
      'On Linux (x64, arm64) `npm ci` brings Node 24 into the checkout: run `npx seawall` there.\n',
  );
  process.exitCode = 2;
}
