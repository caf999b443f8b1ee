import { asList, asObject, asString, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { Credential } from '../text/credential/credential.ts';
import { findCredentials } from '../text/credential/find-credentials.ts';
import { type ArgumentCredential, findInArguments } from '../text/credential/find-in-arguments.ts';
import { isNamedNumber } from '../text/credential/name-kinds.ts';
import type { Container } from './container.ts';
import { credentialPlace } from './credential-place.ts';

/** A credential that is written out in an object: what it is and where, never what it says. */
export interface LiteralCredential {
  /** As in the detector: `GitHub token`, `password`. */
  readonly kind: string;
  /** In UTF-16 units. */
  readonly length: number;
  readonly at: Place;
}

/** An environment variable with a literal value that is a credential. */
export interface CredentialVariable extends LiteralCredential {
  readonly name: string;
  readonly value: string;
}

/** The variables of a container whose literal values are credentials, by their names or by themselves. */
export function credentialVariables(container: Container): CredentialVariable[] {
  const found: CredentialVariable[] = [];
  for (const [index, entry] of asList(container.content['env']).entries()) {
    const { name, value } = asObject(entry);
    if (typeof value !== 'string') continue;
    const variable = asString(name) ?? '';
    const first = findCredentials(value, variable).find((credential) => !isNamedNumber(value, credential));
    if (first === undefined) continue;
    const at = credentialPlace(container.at('env', index, 'value'), value, first);
    found.push({ ...described(first), name: variable, value, at });
  }
  return found;
}

/** A credential in a command of a container. */
export interface CommandCredential extends LiteralCredential {
  /** The field that holds the command: `args`, `livenessProbe.exec.command`. */
  readonly field: string;
}

const MOST_PER_COMMAND = 100;

/** Where probes and hooks keep their commands. */
const HANDLERS: readonly Path[] = [
  ['livenessProbe', 'exec', 'command'],
  ['readinessProbe', 'exec', 'command'],
  ['startupProbe', 'exec', 'command'],
  ['lifecycle', 'postStart', 'exec', 'command'],
  ['lifecycle', 'preStop', 'exec', 'command'],
];

/** The credentials in what a container runs: its command with its arguments, and the commands of probes and hooks. */
export function commandCredentials(container: Container): CommandCredential[] {
  const found: CommandCredential[] = [];

  function look(words: readonly unknown[], placeOf: (word: number) => Path): void {
    if (words.length === 0) return;
    for (const credential of inWords(words).slice(0, MOST_PER_COMMAND)) {
      const path = placeOf(credential.word);
      const at = credentialPlace(container.at(...path), asString(words[credential.word]) ?? '', credential);
      found.push({ ...described(credential), at, field: path.slice(0, -1).join('.') });
    }
  }

  const command = asList(container.content['command']);
  const args = asList(container.content['args']);
  look(args.length === 0 ? command : [...command, ...args], (word) =>
    word < command.length ? ['command', word] : ['args', word - command.length],
  );
  for (const path of HANDLERS) look(asList(valueAt(container.content, path)), (word) => [...path, word]);
  return found;
}

/** True for a path that leads, from a container at so many levels, to a variable's value or a command: judged above. */
export function isVariableOrCommand(path: Path, levels: number): boolean {
  const length = path.length - levels;
  if (path[levels] === 'env') return length === 3 && path[levels + 2] === 'value';
  if (length === 1) return path[levels] === 'command' || path[levels] === 'args';
  return HANDLERS.some((handler) => handler.length === length && handler.every((key, at) => key === path[levels + at]));
}

function inWords(words: readonly unknown[]): ArgumentCredential[] {
  const texts = words.map((word) => asString(word) ?? '');
  return findInArguments(texts).filter((credential) => !isNamedNumber(texts[credential.word] ?? '', credential));
}

export function described({ kind, start, end }: Credential): { kind: string; length: number } {
  return { kind, length: end - start };
}
