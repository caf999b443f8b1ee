/** A place in which a manifest can hold a credential. */
export interface Place {
  readonly name: string;
  /** The check that looks there, or the code of the diagnostic. */
  readonly finder: string;
  /** True if nothing names the credential there: then only its format tells it. */
  readonly needsFormat: boolean;
  /** True if only what the API would take for a label or a name may stand there. */
  readonly isShort: boolean;
  /** `json` for a JSON file. */
  readonly form: 'yaml' | 'json';
  /** The manifest with a credential and the name of one. */
  manifest(value: string, name: string): string;
}

type Traits = Partial<Omit<Place, 'name' | 'finder' | 'manifest'>>;

export function place(name: string, finder: string, manifest: Place['manifest'], traits: Traits = {}): Place {
  return { name, finder, needsFormat: false, isShort: false, form: 'yaml', manifest, ...traits };
}

/** Every line of a text, indented. */
export function indented(text: string, spaces: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(spaces));
}

/** A privileged Pod, so that there are findings to quote, whose container has these fields. */
export function pod(fields: string, init = false): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: planted
spec:
  hostPID: true
  ${init ? 'initContainers' : 'containers'}:
    - name: web
      image: registry.example/web:1.4.2
      securityContext: {privileged: true}
${indented(fields, 6)}
`;
}

export function configMap(fields: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: planted
${fields}
`;
}

/** A ConfigMap with a file in it. */
export function configFile(file: string, content: string): string {
  return configMap(`data:\n  ${file}: |\n${indented(content, 4)}`);
}
