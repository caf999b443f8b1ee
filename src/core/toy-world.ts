import { type Check, defineCheck } from './check.ts';
import type { Coverage } from './coverage.ts';
import type { Exception } from './exception.ts';
import type { CheckedControl, Control, Framework } from './framework.ts';
import { createInventory, type Inventory, type InventoryOptions } from './inventory.ts';
import { asList, asObject, asString, type JsonObject } from './json.ts';
import { formatPath, type Path } from './path.ts';
import type { Place, Resource } from './resource.ts';
import type { ScanSettings } from './scan.ts';
import type { ReadInputs } from './source.ts';
import type { Judged, JudgedPart, Part, Subject, SubjectReference } from './subject.ts';

/** A made-up world for the tests of the engine: boxes with drawers, and checks that look into them. */
export interface Box extends Judged {
  readonly resource: Resource;
  readonly drawers: readonly Drawer[];
  at(...path: Path): Place;
}

/** A drawer of a box, by its name. */
export interface Drawer extends JudgedPart {
  readonly name: string;
  readonly content: JsonObject;
  at(...path: Path): Place;
}

export interface ToyResourceSetting {
  readonly kind?: string;
  readonly namespace?: string | undefined;
  readonly content?: JsonObject;
  readonly file?: string;
  /** The line on which every field stands. */
  readonly line?: number;
}

/** A box, unless the setting says otherwise. Fields of it are located on one line, at the column that tells their depth. */
export function toyResource(name: string, setting: ToyResourceSetting = {}): Resource {
  const { kind = 'toys/Box', content = {}, file = 'toys.yaml', line = 1 } = setting;
  const namespace = 'namespace' in setting ? setting.namespace : 'attic';
  return {
    kind,
    name,
    namespace,
    content,
    origin: {
      file,
      document: 0,
      locate(path) {
        const column = path.length + 1;
        return [{ file, line, column, endLine: line, endColumn: column + 1, path: formatPath(path) }];
      },
    },
  };
}

/** A box with drawers of these names, in this order. */
export function boxWithDrawers(name: string, drawers: readonly string[], setting: ToyResourceSetting = {}): Resource {
  return toyResource(name, { ...setting, content: { drawers: drawers.map((drawer) => ({ name: drawer })) } });
}

export const nothingClaimed: Coverage = { claims: [], gaps: [] };

export function toyInventory(resources: readonly Resource[], options: Partial<InventoryOptions> = {}): Inventory {
  return createInventory(resources, { id: 'toys', defaultNamespace: 'attic', coverage: nothingClaimed, ...options });
}

/** Every box of an inventory. `owner` in its content names the box that made it; `within` what facts are named from. */
export const box: Subject<Box> = {
  name: 'box',
  covers: (resource) => resource.kind === 'toys/Box',
  *enumerate(inventory) {
    for (const resource of inventory.ofKind('toys/Box')) yield boxOf(resource);
  },
};

function boxOf(resource: Resource): Box {
  function at(...path: Path): Place {
    return { resource, path };
  }
  return {
    resource,
    reference: resource,
    anchor: at(),
    get owner(): SubjectReference | undefined {
      const name = asString(resource.content['owner']);
      return name === undefined ? undefined : { kind: 'toys/Box', namespace: resource.namespace, name };
    },
    get drawers() {
      return asList(resource.content['drawers']).map((entry, index) => drawerOf(asObject(entry), at, index));
    },
    at,
  };
}

function drawerOf(content: JsonObject, at: Box['at'], index: number): Drawer {
  const name = asString(content['name']) ?? '';
  return {
    name,
    content,
    part: `drawer "${name}"`,
    anchor: at('drawers', index),
    at: (...path) => at('drawers', index, ...path),
  };
}

/** Every drawer of a box, judged by itself. */
export const drawer: Part<Box, Drawer> = { name: 'drawer', enumerate: (judged) => judged.drawers };

/** A check of boxes that says nothing, unless told otherwise. */
export function toyCheck(id: string, parts: Partial<Check> = {}): Check {
  const words = { title: id, why: 'It is a toy.', advice: 'Play on.', messages: { wrong: 'is wrong' } };
  return { ...defineCheck({ id, on: box, severity: 'medium', ...words, evaluate() {} }), ...parts };
}

/** A check that fails on every box at the same field. */
export function failingCheck(id: string, field: Path, parts: Partial<Check> = {}): Check {
  return toyCheck(id, {
    evaluate: (judged, report) => void report.fail('wrong', { resource: judged.anchor.resource, path: field }),
    ...parts,
  });
}

/** What a source read: these resources in one inventory, unless `parts` says otherwise. */
export function toyInputs(resources: readonly Resource[], parts: Partial<ReadInputs> = {}): ReadInputs {
  return {
    inventories: [toyInventory(resources)],
    exceptions: [],
    diagnostics: [],
    sources: { line: () => undefined },
    mask: (text) => text,
    files: 1,
    otherDocuments: 0,
    ...parts,
  };
}

/** The settings of a scan with these checks. */
export function toySettings(checks: readonly Check[], parts: Partial<ScanSettings> = {}): ScanSettings {
  return {
    checks,
    frameworks: [],
    isCheck: (id) => checks.some((check) => check.id === id),
    tool: { name: 'seawall', version: '1.2.3' },
    inputs: ['toys.yaml'],
    targetVersion: { major: 1, minor: 36 },
    now: Date.parse('2026-11-21'),
    ...parts,
  };
}

/** An exception of a check on the line of a box. */
export function exceptionAt(check: string, line: number): Exception {
  const location = { file: 'toys.yaml', line, column: 1, endLine: line, endColumn: 2 };
  const scope = { of: 'lines', file: 'toys.yaml', firstLine: line, lastLine: line } as const;
  return { check, reason: 'known', until: undefined, scope, location };
}

/** The view of the first box of an inventory. */
export function firstBox(inventory: Inventory): Box {
  const [view] = box.enumerate(inventory);
  if (view === undefined) throw new Error('there is no box');
  return view;
}

/** A control that these checks answer in part. */
export function toyControl(id: string, checks: CheckedControl['checks']): CheckedControl {
  const words = { name: `name of ${id}`, reason: 'Toys break.', byHand: 'Shake it.' };
  return { id, ...words, answeredBy: 'checks', checks, answers: 'part' };
}

/** A framework of these controls. */
export function toyFramework(controls: readonly Control[]): Framework {
  return { id: 'toys', name: 'Toys', title: 'Rules of toys', label: (control) => `Toys ${control}`, controls };
}
