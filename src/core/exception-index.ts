import {
  containerOf,
  type Exception,
  everyCheck,
  type FindingScope,
  type LineScope,
  type MatchedFinding,
} from './exception.ts';
import type { Finding } from './finding.ts';
import { addToGroup } from './group-by.ts';

/** Exceptions that hold for the same, by their numbers in the list, in order: they match a finding all or not at all. */
export type ExceptionGroup = readonly number[];

/** Gives the groups of exceptions that a finding lies in, without looking at all. */
export function createExceptionIndex(
  exceptions: readonly Exception[],
): (finding: MatchedFinding) => Iterable<ExceptionGroup> {
  const ofObjects = new Map<string, number[]>();
  const scopesByFile = new Map<string, NumberedScope[]>();
  const ofFindings = new Map<string, TermsGroup[]>();
  const ofFingerprints = new Map<string, number[]>();
  for (const [number, { check, scope }] of exceptions.entries()) {
    if (scope.of === 'fingerprints') {
      for (const fingerprint of scope.fingerprints) addToGroup(ofFingerprints, fingerprint, number);
    } else if (scope.of === 'findings') {
      const group = { scope, numbers: [number] };
      for (const id of scope.checks) addToGroup(ofFindings, id, group);
    } else if (scope.of === 'lines') addToGroup(scopesByFile, fileKey(check, scope.file), { ...scope, number });
    else {
      const containers = scope.containers.length === 0 ? [undefined] : scope.containers;
      for (const container of containers) addToGroup(ofObjects, objectKey(check, scope, container), number);
    }
  }
  const ofLines = new Map([...scopesByFile].map(([key, scopes]) => [key, createLineIndex(scopes)] as const));

  const holdsForEvery = exceptions.some(({ check }) => check === everyCheck);

  return function* matching(finding) {
    const {
      check,
      subject,
      part,
      locations: [location],
      fingerprint,
    } = finding;
    const container = containerOf(part);
    for (const id of holdsForEvery ? [check, everyCheck] : [check]) {
      for (const named of container === undefined ? [undefined] : [undefined, container]) {
        const group = ofObjects.get(objectKey(id, subject, named));
        if (group !== undefined) yield group;
      }
      if (location !== undefined) yield* ofLines.get(fileKey(id, location.file))?.(location.line) ?? [];
    }
    for (const { scope, numbers } of ofFindings.get(check) ?? []) if (scope.matches(finding)) yield numbers;
    const recorded = ofFingerprints.get(fingerprint);
    if (recorded !== undefined) yield recorded;
  };
}

function fileKey(check: string, file: string): string {
  return `${check}\n${file}`;
}

type NamedObject = Pick<Finding['subject'], 'kind' | 'namespace' | 'name'>;

function objectKey(check: string, { kind, namespace, name }: NamedObject, container: string | undefined): string {
  return JSON.stringify([check, kind, namespace ?? null, name, container ?? null]);
}

/** Terms of the configuration, with their number as a group of its own. */
interface TermsGroup {
  readonly scope: FindingScope;
  readonly numbers: ExceptionGroup;
}

interface NumberedScope extends LineScope {
  readonly number: number;
}

/** The groups that hold for a line. */
type LineIndex = (line: number) => Iterable<ExceptionGroup>;

interface LineGroup {
  readonly lastLine: number;
  readonly numbers: number[];
  /** The group before it that reaches into it or beyond, if there is one. */
  readonly around: LineGroup | undefined;
}

/** Blocks of lines mostly lie inside of one another, so that few groups must be looked at for a line. */
function createLineIndex(scopes: readonly NumberedScope[]): LineIndex {
  const sorted = scopes.toSorted(
    (left, right) => left.firstLine - right.firstLine || right.lastLine - left.lastLine || left.number - right.number,
  );
  const firstLines: number[] = [];
  const groups: LineGroup[] = [];
  for (const { firstLine, lastLine, number } of sorted) {
    let around = groups.at(-1);
    if (around !== undefined && firstLines.at(-1) === firstLine && around.lastLine === lastLine) {
      around.numbers.push(number);
      continue;
    }
    while (around !== undefined && around.lastLine < firstLine) ({ around } = around);
    firstLines.push(firstLine);
    groups.push({ lastLine, numbers: [number], around });
  }
  return function* ofLine(line) {
    let group = groups[lastUpTo(firstLines, line)];
    for (; group !== undefined; group = group.around) if (line <= group.lastLine) yield group.numbers;
  };
}

/** The last index of a sorted list whose number is not over the limit; -1 if all are. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
