import { describe, expect, it } from 'vitest';
import { readText } from '../text/read.ts';
import { credentialSpans } from './credential-spans.ts';

function hiddenIn(text: string): string[] {
  return readText(text, 'manifest.yaml')
    .documents.flatMap((document) => credentialSpans(text, document))
    .map(({ start, end }) => text.slice(start, end).trim());
}

describe('credentialSpans', () => {
  it('are values of names, written anywhere behind them', () => {
    expect(hiddenIn('a:\n  password:\n    hunter2\n  user: shop\n')).toEqual(['hunter2']);
    expect(hiddenIn('password: "hunter2"\nsecretName: shop\n')).toEqual(['hunter2']);
  });

  it('are values whose name stands in a field beside them', () => {
    expect(
      hiddenIn(
        '- value: hunter2\n  name: DB_PASSWORD\n- {key: token, value: one}\n- {header: X-Api-Key, value: two}\n',
      ),
    ).toEqual(['hunter2', 'one', 'two']);
    expect(hiddenIn('- value: hunter2\n  name: LEVEL\n- {value: [a]}\n')).toEqual([]);
  });

  it('are entries of lists and values that are named above them', () => {
    expect(hiddenIn('tokens: [hunter2]\npassword: {value: hunter3}\nlevels: [one]\n')).toEqual(['hunter2', 'hunter3']);
  });

  it('are values behind escapes, folds and breaks, whole', () => {
    expect(hiddenIn('a: "redis://a:\\u0068unter2@b"\n')).toEqual(['"redis://a:\\u0068unter2@b"']);
    expect(hiddenIn('a: "password=hun\\\n  ter2"\n')).toEqual(['"password=hun\\\n  ter2"']);
  });

  it('are the lines of a credential where each is written as it is', () => {
    expect(hiddenIn('passphrase: |\n  first line\n  second line\nb: c\n')).toEqual(['first line', 'second line']);
  });

  it('are words of commands, with the program of the command beside them', () => {
    expect(hiddenIn('args:\n- --password\n- hunter2 # so\n')).toEqual(['hunter2 # so']);
    expect(hiddenIn('command: [mysql]\nargs: [-u, root, -phunter2]\n')).toEqual(['-phunter2']);
    expect(hiddenIn('command: [mysql, -phunter2]\nargs: [now]\n')).toEqual(['-phunter2']);
  });

  it('hide the rest of the line, where the value has its lines as they are', () => {
    expect(hiddenIn("a: |\n  set -e\n  mysql -p'hunter2;tail' \\\n    shop\n  run\n")).toEqual([
      'hunter2',
      ";tail' \\\n    shop",
    ]);
  });

  it('hide a script from its first credential on, and all of it where it is written in another way', () => {
    const script = "args:\n- |\n  set -e\n  # hunter2\n  mysql -phunter2';tail'\n  run\n";
    expect(hiddenIn(script)).toContain("hunter2\n  mysql -phunter2';tail'\n  run");
    const escaped = '"set -e\\nmysql -ph\\x75nter2\\n# hunter2"';
    expect(new Set(hiddenIn(`args:\n- ${escaped}\n`))).toEqual(new Set([escaped]));
    const option = '|\n  a b\n  password=hunter2\n';
    expect(hiddenIn(`args:\n- --token\n- ${option}`)).toContain(option.trim());
    const many = Array.from({ length: 201 }, (_, number) => `  export PASSWORD=hunter${1000 + number}\n`).join('');
    expect(hiddenIn(`args:\n- |\n${many}`)).toContain(`|\n${many.trimEnd()}`);
  });

  it('are found behind an alias for each command, and in what is merged', () => {
    const shared = '- {command: [echo], args: &a [-phunter2]}\n- {command: [mysql], args: *a}\n';
    expect(hiddenIn(shared)).toEqual(['-phunter2']);
    expect(hiddenIn('- command: [mysql]\n  <<: {args: [-phunter2]}\n')).toEqual(['-phunter2']);
    const merged = 'x: &x {args: [-phunter2]}\ny:\n- command: [mysql]\n  <<: [*x, {env: a}]\n';
    expect(hiddenIn(merged)).toEqual(['-phunter2']);
  });

  it('are what an alias stands for, by each of its names', () => {
    expect(hiddenIn('x: &x hunter2\npassword: *x\ntoken: *x\nuser: *x\n')).toEqual(['hunter2', 'hunter2']);
  });

  it('are nowhere in what is none', () => {
    expect(hiddenIn('kind: Pod\nargs: [serve, --level, debug]\npassword: $(WORD)\nlist:\n-\n')).toEqual([]);
  });
});
