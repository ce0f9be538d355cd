/** Names of the licences under which data and texts are given, as SPDX and the Citation File Format 1.2.0 have them. */
const NAMES: ReadonlySet<string> = new Set([
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  ...['3.0', '4.0'].flatMap((version) =>
    ['BY', 'BY-NC', 'BY-NC-ND', 'BY-NC-SA', 'BY-ND', 'BY-SA'].map((kind) => `CC-${kind}-${version}`),
  ),
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'ISC',
  'MIT',
  'MPL-2.0',
  'ODC-By-1.0',
  'ODbL-1.0',
  'PDDL-1.0',
]);

const CREATIVE_COMMONS =
  /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)\/?(?:deed\.[a-z]+|legalcode)?$/;
const ADDRESSES: readonly (readonly [address: RegExp, name: string])[] = [
  [/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\/?(?:deed\.[a-z]+|legalcode)?$/, 'CC0-1.0'],
  [/^https?:\/\/(?:www\.)?opendatacommons\.org\/licenses\/odbl\/1[.-]0\/?$/, 'ODbL-1.0'],
  [/^https?:\/\/(?:www\.)?opendatacommons\.org\/licenses\/by\/1[.-]0\/?$/, 'ODC-By-1.0'],
  [/^https?:\/\/(?:www\.)?opendatacommons\.org\/licenses\/pddl\/1[.-]0\/?$/, 'PDDL-1.0'],
  [/^https?:\/\/opensource\.org\/licenses?\/MIT\/?$/i, 'MIT'],
  [/^https?:\/\/www\.apache\.org\/licenses\/LICENSE-2\.0(?:\.html|\.txt)?$/, 'Apache-2.0'],
];

/** The SPDX name of a licence given by that name or by its address; undefined for what is not in the table. */
export function spdxName(licence: string): string | undefined {
  if (NAMES.has(licence)) return licence;
  const [, kind = '', version] = CREATIVE_COMMONS.exec(licence) ?? [];
  const spdx = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.-]+?)(?:\.html)?$/.exec(licence)?.[1];
  const named = spdx ?? `CC-${kind.toUpperCase()}-${version}`;
  if (NAMES.has(named)) return named;
  return ADDRESSES.find(([address]) => address.test(licence))?.[1];
}
