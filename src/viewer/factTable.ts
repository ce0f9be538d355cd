/** The facts as a table, for a browser without scripts. */
import { type Html, html, joined, NOTHING } from '../site/html.ts';
import { languageOf } from '../site/page.ts';
import type { PayloadFact, ViewerPayload } from './payload.ts';

/** A page with more facts says how many it leaves to the script. */
const MOST_ROWS = 1000;

/** A sentence, and the facts with their first evidence; what must be shown beside a fact stands with it. */
export function* writeFactTable(payload: ViewerPayload): Generator<Html> {
  const { title, language, description, facts } = payload;
  const about = description === undefined ? NOTHING : html`<p${languageOf(language)}>${description}</p>\n`;
  yield html`<div class="no-script" role="region" tabindex="0" aria-label="Facts">
<h1${languageOf(language)}>${title}</h1>
${about}<p>The picture needs JavaScript, which this browser does not run. These are the facts behind it.</p>
<table>
<thead><tr><th scope="col">Subject</th><th scope="col">Relation</th><th scope="col">Object</th><th scope="col">Source</th></tr></thead>
<tbody>
`;
  for (const fact of facts.slice(0, MOST_ROWS)) yield showRow(payload, fact);
  yield html`</tbody>
</table>
${rest(facts.length - MOST_ROWS)}</div>
`;
}

function rest(count: number): Html {
  return count > 0 ? html`<p>And ${count} more facts, which the script shows.</p>\n` : NOTHING;
}

function showRow(payload: ViewerPayload, fact: PayloadFact): Html {
  const cells = [
    html`<td dir="auto">${payload.nodes.label[fact.subject]}</td>`,
    html`<td>${fact.relation}${showMarks(fact)}</td>`,
    html`<td dir="auto">${showObject(payload, fact)}${showBeside(fact)}</td>`,
    html`<td>${showEvidence(payload, fact)}</td>`,
  ];
  return html`<tr>${cells}</tr>\n`;
}

function showMarks({ notPlain, reasons, disputedBy }: PayloadFact): Html {
  const marks = [...(reasons ?? (notPlain === undefined ? [] : [notPlain]))];
  if (disputedBy && !marks.includes('disputed')) marks.push('disputed');
  return marks.length === 0 ? NOTHING : html` <strong>(${marks.join(', ')})</strong>`;
}

function showObject({ nodes }: ViewerPayload, { object, negated }: PayloadFact): Html {
  const not = negated ? html`<strong>not</strong> ` : NOTHING;
  if ('node' in object) return html`${not}${nodes.label[object.node]}`;
  if ('value' in object)
    return html`${not}<span${object.language === undefined ? NOTHING : languageOf(object.language)}>${object.value}</span>`;
  return html`${not}${object.missing === 'none' ? 'none' : 'not named'}`;
}

function showBeside({ showWith }: PayloadFact): Html {
  return showWith ? html` <strong>[${showWith.texts.join('; ')}]</strong>` : NOTHING;
}

/** The first piece in full, and how many more there are. */
function showEvidence({ sources }: ViewerPayload, { evidence }: PayloadFact): Html {
  const [first] = evidence;
  if (!first) return NOTHING;
  const { quote, place, withoutPlace } = first;
  const words = quote === undefined ? (withoutPlace ?? '') : `«${quote}»`;
  const where = [sources[first.source]?.title, place].filter((part) => part !== undefined).join(', ');
  const more = evidence.length > 1 ? html`, and ${evidence.length - 1} more` : NOTHING;
  return joined([html`${words}`, html`<cite>${where}</cite>${more}`], ' ');
}

/** It covers what the script lays out for itself. */
export const TABLE_STYLE = [
  '.no-script{position:absolute;inset:0;overflow:auto;padding:1rem;font:1rem/1.4 system-ui,sans-serif}',
  '.no-script table{border-collapse:collapse}',
  '.no-script td,.no-script th{border:1px solid;padding:.2rem .5rem;text-align:start;vertical-align:top}',
].join('');
