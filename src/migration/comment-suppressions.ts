import { isDate } from '../core/exception.ts';
import checkov from './peers/checkov.ts';
import kics from './peers/kics.ts';
import trivy from './peers/trivy.ts';
import type { Suppression } from './suppression.ts';

/**
 * What a comment holds for: the object around it, the block behind it or below it, its line and the next, or, standing above
 * all else, the file.
 */
export type Reach = 'object' | 'block' | 'line' | 'file';

/** A suppression of a comment. */
export interface CommentSuppression extends Suppression {
  readonly reach: Reach;
}

/** What a comment must hold to be read: one of these. */
export const suppressionWords: readonly string[] = ['checkov:skip', 'kics-scan', 'trivy:ignore'];

/** Longer comments are read this far: none of these forms needs more. */
const MOST_CHARACTERS = 2_000;

/** What a comment says to other tools not to report; the text stands behind the number sign. */
export function commentSuppressions(comment: string): CommentSuppression[] {
  const text = comment.slice(0, MOST_CHARACTERS);
  return [...checkovSkips(text), ...kicsCommands(text), ...trivyIgnores(text)];
}

const CHECKOV = /checkov:skip=([\w-]+)(?::(.*))?/s;

/** `checkov:skip=CKV_K8S_20:reason`. */
function checkovSkips(text: string): CommentSuppression[] {
  const match = CHECKOV.exec(text);
  if (match === null) return [];
  const reason = (match[2] ?? '').trim().replace(/^"(.*)"$/s, '$1');
  return [{ peer: checkov, id: match[1] ?? '', form: 'comment', reason, reach: 'object' }];
}

const KICS = /^\s*kics-scan\s+(ignore-block|ignore-line|ignore|disable|enable)(?:=(\S*))?\s*$/;

/** `kics-scan COMMAND`, with query ids behind `disable=` and `enable=`. */
function kicsCommands(text: string): CommentSuppression[] {
  const [, command, list = ''] = KICS.exec(text) ?? [];
  const ids = list.split(',').filter((id) => id !== '');
  if (command === 'ignore') return [inKics(undefined, 'file')];
  if (command === 'ignore-block') return [inKics(undefined, 'block')];
  if (command === 'ignore-line') return [inKics(undefined, 'line')];
  if (command === 'disable') return ids.map((id) => inKics(id, 'file'));
  return command === 'enable' && ids.length > 0 ? allBut(ids) : [];
}

/** `enable=` leaves out every other query, as far as checks here answer to it. */
function allBut(ids: readonly string[]): CommentSuppression[] {
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  const kept = new Set(kics.counterparts.filter(({ id }) => wanted.has(id)).flatMap(({ checks }) => checks));
  const others = kics.counterparts.filter(
    ({ id, checks }) => !wanted.has(id) && !checks.some((check) => kept.has(check)),
  );
  return others.map(({ id }) => inKics(id, 'file'));
}

function inKics(id: string | undefined, reach: Reach): CommentSuppression {
  return { peer: kics, id, form: 'comment', reason: '', reach };
}

const TRIVY = /trivy:ignore:([^\s:[\]]+)((?::[^\s:]+)*)(?=\s|$)/g;
const EXPIRY = /:exp:([^\s:]+)/;

/** `trivy:ignore:ID`, more than once in a comment, each with `:exp:DATE`; what is left of the text is the reason. */
function trivyIgnores(text: string): CommentSuppression[] {
  const reason = text.replaceAll(TRIVY, ' ').replaceAll(/\s+/g, ' ').trim();
  return [...text.matchAll(TRIVY)].flatMap(([, id = '', parameters = '']) => {
    const expiry = EXPIRY.exec(parameters)?.[1];
    const until = expiry === undefined ? {} : { until: dayBefore(expiry) };
    return trivyIds(id).map(
      (each) => ({ peer: trivy, id: each, form: 'comment', reason, reach: 'block', ...until }) as const,
    );
  });
}

/** An id, or those that a pattern with a star at its end means; undefined for all. */
function trivyIds(id: string): (string | undefined)[] {
  if (id === '*') return [undefined];
  if (!id.endsWith('*')) return [id];
  const start = id.slice(0, -1).toLowerCase().replace(/^avd-/, '');
  const meant = trivy.counterparts.filter((counterpart) => counterpart.id.toLowerCase().startsWith(start));
  return meant.length === 0 ? [id] : meant.map((counterpart) => counterpart.id);
}

/** Trivy reports again from the day it is told: the last day before it. A text that is no date stays as it is. */
function dayBefore(date: string): string {
  if (!isDate(date)) return date;
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
