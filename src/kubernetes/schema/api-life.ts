import type { Version } from '../../core/check.ts';
import { apiLifeLines, apiLifeMinors } from './api-life.generated.ts';

/** When a version of a kind comes and goes; the numbers are minor versions of Kubernetes 1. */
export interface ApiLife {
  readonly apiVersion: string;
  readonly kind: string;
  /** Undefined for what has no end: kinds of a stable version. */
  readonly introduced: number | undefined;
  readonly deprecated: number | undefined;
  /** The first version that does not serve it any more. */
  readonly removed: number | undefined;
  readonly replacement: { readonly apiVersion: string; readonly kind: string } | undefined;
}

/** Kinds whose sources are gone; from the deprecated API migration guide of the Kubernetes documentation. */
const goneLines = `
apiregistration.k8s.io/v1beta1 APIService - 7 19 22 apiregistration.k8s.io/v1 APIService
apps/v1beta1 ReplicaSet - - - 16 apps/v1 ReplicaSet
extensions/v1beta1 PodSecurityPolicy - 2 11 16 policy/v1beta1 PodSecurityPolicy
policy/v1beta1 PodSecurityPolicy - 10 21 25
`;

interface Line extends ApiLife {
  readonly served: readonly { readonly from: number; readonly to: number }[];
}

let index: ReadonlyMap<string, Line> | undefined;

/** The life of a version of a kind; undefined if Kubernetes never had it, as for custom resources. */
export function apiLife(apiVersion: string, kind: string): ApiLife | undefined {
  return lineOf(apiVersion, kind);
}

/**
 * Whether a version of Kubernetes serves a version of a kind, alpha and beta versions included; undefined if Kubernetes
 * never had it, or if neither the documents of the version nor the kind's life tell.
 */
export function isServed(apiVersion: string, kind: string, { major, minor }: Version): boolean | undefined {
  const line = lineOf(apiVersion, kind);
  if (line === undefined || major !== 1) return undefined;
  if (line.served.some(({ from, to }) => minor >= from && minor <= to)) return true;
  if (line.removed !== undefined && minor >= line.removed) return false;
  if (line.introduced !== undefined && minor < line.introduced) return false;
  return minor >= apiLifeMinors.from && minor <= apiLifeMinors.to ? false : undefined;
}

function lineOf(apiVersion: string, kind: string): Line | undefined {
  index ??= new Map(
    `${apiLifeLines.trim()}\n${goneLines.trim()}`.split('\n').map((line) => {
      const read = readLine(line);
      return [`${read.apiVersion} ${read.kind}`, read];
    }),
  );
  return index.get(`${apiVersion} ${kind}`);
}

function readLine(line: string): Line {
  const [apiVersion = '', kind = '', ranges = '-', introduced, deprecated, removed, newVersion, newKind] =
    line.split(' ');
  const served = ranges === '-' ? [] : ranges.split(',').map((range) => range.split('-').map(Number));
  return {
    apiVersion,
    kind,
    introduced: minorOf(introduced),
    deprecated: minorOf(deprecated),
    removed: minorOf(removed),
    replacement:
      newVersion === undefined || newKind === undefined ? undefined : { apiVersion: newVersion, kind: newKind },
    served: served.map(([from = 0, to = 0]) => ({ from, to })),
  };
}

function minorOf(word: string | undefined): number | undefined {
  return word === undefined || word === '-' ? undefined : Number(word);
}
