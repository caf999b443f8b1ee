/** The clouds and other homes of a cluster whose ways a check may know. */
export const providers = [
  'alibaba',
  'aws',
  'azure',
  'bare-metal',
  'digitalocean',
  'gcp',
  'hetzner',
  'ibm',
  'linode',
  'openstack',
  'oracle',
  'vsphere',
] as const;
