import { fieldReference, resourceFieldReference } from './container.ts';
import { pullPolicy } from './pull-policy.ts';
import { quantity } from './resources.ts';
import { each, fields, flag, from, ifUnset, inTurn, isUnset, onMapping, type Rule, same, text } from './rule.ts';
import { claimSpec } from './storage.ts';
import { sharedVolumeSources } from './volume-source.ts';

/** 0644. */
const READABLE = 0o644;

const downwardFiles = each(fields({ fieldRef: fieldReference, resourceFieldRef: resourceFieldReference }));

const projection = fields({
  ...same(fields({ name: text }), 'secret', 'configMap'),
  downwardAPI: fields({ items: downwardFiles }),
  serviceAccountToken: fields({ audience: text, expirationSeconds: ifUnset(3600) }),
  podCertificate: fields(
    same(text, 'signerName', 'keyType', 'credentialBundlePath', 'keyPath', 'certificateChainPath'),
  ),
});

const sources: Readonly<Record<string, Rule>> = {
  ...sharedVolumeSources,
  emptyDir: fields({ medium: text, sizeLimit: quantity }),
  gitRepo: fields(same(text, 'revision', 'directory')),
  secret: fields({ secretName: text, defaultMode: ifUnset(READABLE) }),
  configMap: fields({ name: text, defaultMode: ifUnset(READABLE) }),
  downwardAPI: fields({ defaultMode: ifUnset(READABLE), items: downwardFiles }),
  projected: fields({ defaultMode: ifUnset(READABLE), sources: each(projection) }),
  persistentVolumeClaim: fields({ readOnly: flag }),
  csi: fields({ nodePublishSecretRef: fields({ name: text }) }),
  ephemeral: fields({ volumeClaimTemplate: fields({ spec: claimSpec }) }),
  image: inTurn(from(35, pullPolicy('reference', 'pullPolicy')), fields(same(text, 'reference', 'pullPolicy'))),
};

const sourceNames = Object.keys(sources);

/** A volume of a pod. One without any source is an empty directory. */
export const volume: Rule = inTurn(
  onMapping((one) => (sourceNames.every((name) => isUnset(one[name])) ? { ...one, emptyDir: {} } : one)),
  fields(sources),
);
