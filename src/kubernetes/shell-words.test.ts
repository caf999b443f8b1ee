import { expect, it } from 'vitest';
import { namesProgram } from './shell-words.ts';

it.each([
  'sudo',
  '/usr/bin/sudo',
  'sudo -i',
  'true\n\tsudo',
  'true;sudo -i',
  'true&&sudo -i',
  'true|sudo tee',
  '(sudo -i)',
  '"sudo"',
  "'/bin/sudo'",
  '`sudo id`',
  '/usr/bin/"sudo"',
])('finds sudo in %j', (commandLine) => {
  expect(namesProgram(commandLine, 'sudo')).toBe(true);
});

it.each(['', 'sudoers', '/etc/sudo.conf', 'pseudo', 'Sudo', '/sudo/bin', '--sudo', 'x=sudo'])(
  'finds none in %j',
  (commandLine) => {
    expect(namesProgram(commandLine, 'sudo')).toBe(false);
  },
);
