import { describe, expect, it } from 'vitest';
import { calicoSelector } from './calico-selector.ts';

const labels = {
  known: new Map([
    ['app', 'web'],
    ['shop.example/stage', 'live'],
  ]),
  whyHidden: (key: string) => (key === 'team' ? 'no Namespace is shown' : undefined),
};

function selects(text: string): string | undefined {
  return calicoSelector(text)?.(labels).is;
}

describe('calicoSelector', () => {
  it.each([
    ['all()', 'yes'],
    [' all( ) ', 'yes'],
    ['global()', 'no'],
    ["app == 'web'", 'yes'],
    ['app=="api"', 'no'],
    ["app != 'api'", 'yes'],
    ["none != 'api'", 'yes'],
    ["app in {'api', 'web'}", 'yes'],
    ["app in {'api'}", 'no'],
    ['app in {}', 'no'],
    ["none in {'api'}", 'no'],
    ["app not in {'api'}", 'yes'],
    ["none not in {'api'}", 'yes'],
    ['has(shop.example/stage)', 'yes'],
    ['!has(none)', 'yes'],
    ['!!has(none)', 'no'],
    ["app contains 'e'", 'yes'],
    ["app starts with 'we'", 'yes'],
    ["app starts with 'b'", 'no'],
    ["app ends with 'b'", 'yes'],
    ["none contains 'e'", 'no'],
    ["app == 'api' || has(app) && shop.example/stage == 'live'", 'yes'],
    ["(app == 'api' || has(app)) && has(none)", 'no'],
    ["team == 'sales'", 'unknown'],
    ["team == 'sales' && app == 'api'", 'no'],
  ])('reads %s: %s', (text, expected) => {
    expect(selects(text)).toBe(expected);
  });

  it.each([
    '',
    'app',
    'app == web',
    "app = 'web'",
    "app == 'web",
    "app == 'web' &&",
    "app == 'web')",
    "(app == 'web'",
    "app starts 'w'",
    "app not 'web'",
    "app in 'web'",
    "app in {'web'",
    'some(app)',
    'has()',
    'has(app',
    'all(app)',
    "&& app == 'web'",
    `${'!'.repeat(40)}all()`,
    `${'('.repeat(40)}all()${')'.repeat(40)}`,
    `app == '${'w'.repeat(5_000)}'`,
  ])('does not read %s', (text) => {
    expect(calicoSelector(text)).toBeUndefined();
  });
});
