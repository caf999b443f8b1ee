import { asList, asObject, asString } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { textMap } from './resource.ts';

const API_SERVER = 'kube-apiserver';

/** Labels by which installers mark it: kubeadm, kOps. */
const LABELS: readonly string[] = ['component', 'k8s-app'];

const OPTION = '--enable-admission-plugins';

/** The admission plug-ins that the options of an API server add; none for a pod that is no API server. */
export function addedAdmissionPlugIns({ content }: Resource): string[] {
  const labels = textMap(asObject(content['metadata'])['labels']);
  const isLabelled = LABELS.some((label) => labels.get(label) === API_SERVER);
  return asList(asObject(content['spec'])['containers']).flatMap((entry) => {
    const { name, command, args } = asObject(entry);
    if (!isLabelled && name !== API_SERVER) return [];
    // A shell may be told the whole line in one word.
    return plugInsOf([...asList(command), ...asList(args)].flatMap((word) => (asString(word) ?? '').split(/\s+/)));
  });
}

function plugInsOf(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    if (word === OPTION) return (words[index + 1] ?? '').split(',');
    return word.startsWith(`${OPTION}=`) ? word.slice(OPTION.length + 1).split(',') : [];
  });
}
