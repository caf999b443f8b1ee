import { type ReleaseRange, ranges } from '../release.ts';

/** A published fault of a component that is found by the name of its image. */
export interface ComponentVulnerability {
  readonly ids: readonly string[];
  /** The last two segments of the image's path, whatever the registry. */
  readonly image: string;
  readonly affected: readonly ReleaseRange[];
}

/** Facts of the components' security advisories. */
export const componentVulnerabilities: readonly ComponentVulnerability[] = [
  { ids: ['CVE-2022-24348'], image: 'argoproj/argocd', affected: ranges('0..2.1.9', '2.2.0..2.2.4') },
  { ids: ['CVE-2022-39328'], image: 'grafana/grafana', affected: ranges('9.2.0..9.2.4') },
  { ids: ['CVE-2022-47633'], image: 'kyverno/kyverno', affected: ranges('1.8.3..1.8.5') },
  ...['ingress-nginx/controller', 'ingress-nginx/controller-chroot'].flatMap((image) => [
    {
      ids: ['CVE-2025-1974', 'CVE-2025-1097', 'CVE-2025-1098', 'CVE-2025-24513', 'CVE-2025-24514'],
      image,
      affected: ranges('0..1.11.5', '1.12.0..1.12.1'),
    },
    { ids: ['CVE-2026-24512', 'CVE-2026-1580'], image, affected: ranges('0..1.13.7', '1.14.0..1.14.3') },
  ]),
];
