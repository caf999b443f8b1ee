import { asList, asObject, asString } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { textMap } from './resource.ts';

const OPTION = '--enable-admission-plugins';

/** The admission plug-ins that the options of an API server add; none for a pod that is no API server. */
export function addedAdmissionPlugIns({ content }: Resource): string[] {
  if (textMap(asObject(content['metadata'])['labels']).get('component') !== 'kube-apiserver') return [];
  return asList(asObject(content['spec'])['containers']).flatMap((entry) => {
    const { command, args } = asObject(entry);
    return plugInsOf([...asList(command), ...asList(args)].map((word) => asString(word) ?? ''));
  });
}

function plugInsOf(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    if (word === OPTION) return (words[index + 1] ?? '').split(',');
    return word.startsWith(`${OPTION}=`) ? word.slice(OPTION.length + 1).split(',') : [];
  });
}
