/** The page is one file that a parser reads as it was meant, whatever the facts hold (guards.md G18). */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { NO_PICTURE, VIEWER_MARK, writeViewer, writeWaiting } from '../../src/viewer/page.ts';
import { writePayload } from '../../src/viewer/writePayload.ts';
import { know, SETTINGS, says, withFacts } from '../harbour.ts';
import { HOSTILE, projectWith } from '../hostileTexts.ts';
import { legalText } from '../randomProject.ts';
import { attribute, see, textOf } from '../site/browsing.ts';
import { voyage } from '../site/voyage.ts';
import { CLIENT, pageOf, payloadOf } from './voyages.ts';

const payload = payloadOf(voyage().knowledge);
const page = pageOf(payload);
const live = { script: 'EventSource.name', style: '#problems{color:red}' };

const elementsOf = (text: string, name: string) =>
  see(text).elements.filter(({ tagName }) => tagName === name);
const dataIn = (text: string, id: string) => {
  const script = elementsOf(text, 'script').find((one) => attribute(one, 'id') === id);
  return script && JSON.parse(textOf(script));
};
const policyOf = (text: string) =>
  elementsOf(text, 'meta')
    .filter((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy')
    .map((one) => attribute(one, 'content'))
    .join();
const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Elements without scripts: then the table is part of the page. */
function unscripted(text: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(text, { scriptingEnabled: false }));
  return found;
}

describe('the page', () => {
  it('carries the payload as it is', () => expect(dataIn(page, 'payload')).toEqual(payload));

  it('is well-formed, says its language and that it is replaceable', () => {
    expect(see(page).errors).toEqual([]);
    expect(elementsOf(page, 'html').map((one) => attribute(one, 'lang'))).toEqual(['en']);
    expect(page.slice(0, 512)).toContain(VIEWER_MARK);
  });

  it('allows its own scripts and its stylesheet by their hashes, and nothing else', () => {
    const executed = elementsOf(page, 'script').filter((one) => attribute(one, 'type') === undefined);
    const styles = elementsOf(page, 'style');
    expect(executed.map(textOf)).toEqual([CLIENT.script]);
    expect(policyOf(page)).toBe(
      [
        "default-src 'none'",
        `script-src ${sourceOf(CLIENT.script)}`,
        `style-src ${sourceOf(styles.map(textOf).join())}`,
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    );
    expect(styles).toHaveLength(1);
  });

  it('loads nothing: no element has an address but links for people', () => {
    const loading = see(page).elements.filter((one) =>
      ['src', 'srcset', 'data', 'action', 'style'].some((name) => attribute(one, name) !== undefined),
    );
    expect(loading).toEqual([]);
    expect(elementsOf(page, 'link').map((one) => attribute(one, 'rel'))).toEqual(['license']);
  });

  it('takes no script or stylesheet that would end early', () => {
    for (const script of ['x("</script>")', 'x("<!--")', 'a\rb', 'a\0b'])
      expect(() => pageOf(payload, { ...CLIENT, script })).toThrow('cannot stand in a script element');
    expect(() => pageOf(payload, { ...CLIENT, style: '</STYLE>' })).toThrow('style element');
  });

  it('comes in chunks, so that no text is as long as the whole', () => {
    const ids = Array.from({ length: 3000 }, (_, i) => `ship-${i}`);
    const file = {
      sources: { log: { type: 'T' } },
      entities: Object.fromEntries(ids.map((id) => [id, { class: 'Ship', label: id }])),
      facts: ids.map((id) => ({
        subject: id,
        relation: 'launched',
        object: '1912',
        source: 'log',
        quote: 'q',
      })),
    };
    const large = payloadOf(know({ 'facts.json': file }).knowledge);
    const chunks = [...writeViewer(large, CLIENT)];
    expect(chunks.length).toBeGreaterThan(10);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(250_000);
    expect(dataIn(chunks.join(''), 'payload')).toEqual(large);
    expect(JSON.parse([...writePayload(large)].join(''))).toEqual(large);
  });
});

describe('without scripts', () => {
  const table = unscripted(page).find(({ tagName }) => tagName === 'table');
  const rows = (text: string) => unscripted(text).filter(({ tagName }) => tagName === 'tr');

  it('there is a table of the facts', () => {
    const text = table ? textOf(table) : '';
    expect(rows(page)).toHaveLength(1 + payload.facts.length);
    expect(text).toContain('«the Aurora of Malmö» The log');
    expect(text).toContain('not Visby');
    expect(text).toContain('trader (planned, possible)');
    expect(text).toContain('home port (disputed)');
  });

  it('what must be shown beside a fact stands with it', () => {
    const made = payloadOf(
      know(withFacts(says('aurora: { homePort: malmo, flagState: [panama] }'))).knowledge,
    );
    expect(rows(pageOf(made)).map(textOf).join('\n')).toContain('home portMalmö [flag: Panama]');
  });

  it('a table of many facts says how many it leaves out', () => {
    const [fact] = payload.facts;
    if (!fact) throw new Error('no fact');
    const many = { ...payload, facts: new Array(1007).fill(fact) };
    expect(rows(pageOf(many))).toHaveLength(1001);
    expect(pageOf(many)).toContain('And 7 more facts');
    expect(pageOf(payload)).not.toContain('more facts');
  });
});

describe('a served page', () => {
  const made = (of = payload) => {
    const versions: string[] = [];
    const text = [...writeViewer(of, CLIENT, { ...live, versioned: (one) => versions.push(one) })].join('');
    return { text, versions };
  };

  it('may ask its server, and knows its version', () => {
    const { text, versions } = made();
    expect(policyOf(text)).toContain(`script-src ${sourceOf(CLIENT.script)} ${sourceOf(live.script)};`);
    expect(policyOf(text)).toContain("connect-src 'self';");
    expect(policyOf(page)).not.toContain('connect-src');
    expect(versions).toHaveLength(1);
    expect(dataIn(text, 'live')).toEqual({ version: versions[0] });
    expect(versions[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('has another version when anything is another, the same otherwise', () => {
    expect(made().versions).toEqual(made().versions);
    expect(made({ ...payload, title: 'Other ships' }).versions).not.toEqual(made().versions);
  });

  it('waits for facts without an error', () => {
    const text = writeWaiting(live);
    expect(see(text).errors).toEqual([]);
    expect(dataIn(text, 'live')).toEqual({ version: NO_PICTURE });
    expect(policyOf(text)).toContain(`script-src ${sourceOf(live.script)};`);
  });
});

const shapeOf = (elements: readonly DefaultTreeAdapterTypes.Element[]) =>
  elements.map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);
const hostilePage = (knowledge: Knowledge) => pageOf(payloadOf(knowledge));
const calm = hostilePage(projectWith('calm'));

function expectHarmless(text: string): void {
  const knowledge = projectWith(text);
  const written = hostilePage(knowledge);
  expect(shapeOf(see(written).elements)).toEqual(shapeOf(see(calm).elements));
  expect(shapeOf(unscripted(written))).toEqual(shapeOf(unscripted(calm)));
  expect(dataIn(written, 'payload')).toEqual(payloadOf(knowledge));
  expect(elementsOf(written, 'title').map(textOf)).toEqual([text]);
  const executed = elementsOf(written, 'script').filter((one) => attribute(one, 'type') === undefined);
  expect(executed.map(textOf)).toEqual([CLIENT.script]);
  expect(policyOf(written)).toBe(policyOf(calm));
}

describe('a hostile text', () => {
  for (const text of HOSTILE) it(JSON.stringify(text), () => expectHarmless(text));

  it('is harmless whatever it is', () => {
    fc.assert(
      fc.property(legalText, (text) => expectHarmless(text)),
      { numRuns: 100 },
    );
  });

  it('in the licence is a link only as an address', () => {
    const dataset = { ...SETTINGS.dataset, licence: 'javascript:alert(1)' };
    const { knowledge } = know(withFacts(says('aurora: { homePort: malmo }')), {
      settings: { ...SETTINGS, dataset },
    });
    expect(elementsOf(hostilePage(knowledge), 'link')).toEqual([]);
  });
});
