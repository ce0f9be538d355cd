/** The first page: what the data set is, and the way to everything in it. */
import { sortedBy } from '../core/order.ts';
import type { Knowledge, KnownEntity } from '../knowledge/knowledge.ts';
import { type Html, html, joined, NOTHING } from './html.ts';
import { languageOf, showLink } from './page.ts';
import { type Desk, showEntity } from './show.ts';
import { counted } from './words.ts';

/** Entities by class, in byte order of the classes' labels and then of the names. */
export function* showIndexPage(desk: Desk): Generator<Html> {
  const { knowledge } = desk;
  yield showDataset(knowledge);
  for (const [name, entities] of byClass(knowledge)) {
    const label = knowledge.ontology.classes.get(name)?.label ?? name;
    yield html`<h2>${label} (${entities.length})</h2>\n<ul class="names">\n`;
    for (const { id } of entities) yield html`<li>${showEntity(desk, id)}</li>\n`;
    yield html`</ul>\n`;
  }
  if (knowledge.sources.size > 0) yield html`<h2>sources (${knowledge.sources.size})</h2>\n<ul>\n`;
  for (const { id, title, publisher, published, language } of knowledge.sources.values()) {
    const by = [publisher, published].filter((part) => part !== undefined).join(', ');
    const link = html`<a href="${desk.links.source(id)}"${languageOf(language)}>${title ?? id}</a>`;
    yield html`<li>${link}${by === '' ? '' : `, ${by}`}</li>\n`;
  }
  if (knowledge.sources.size > 0) yield html`</ul>\n`;
}

function showDataset({ dataset, entities, facts, sources, evidence }: Knowledge): Html {
  const { title, description, creators, licence, base, language } = dataset;
  const plain = facts.filter(({ notPlain }) => notPlain === undefined).length;
  const disputed = facts.filter((fact) => fact.disputed).length;
  const about = description === undefined ? NOTHING : html`<p${languageOf(language)}>${description}</p>\n`;
  const makers = creators.map(({ name, orcid }) =>
    orcid === undefined ? html`${name}` : showLink(`https://orcid.org/${orcid}`, name),
  );
  const by = makers.length === 0 ? NOTHING : html`<div><dt>by</dt><dd>${joined(makers, ', ')}</dd></div>\n`;
  const rights =
    licence === undefined ? NOTHING : html`<div><dt>licence</dt><dd>${showLink(licence)}</dd></div>\n`;
  return html`<h1${languageOf(language)}>${title}</h1>
${about}<dl>
${by}${rights}<div><dt>IRIs begin with</dt><dd><code>${base}</code></dd></div>
<div><dt>holds</dt><dd>${counted(entities.size, 'entity', 'entities')}, ${counted(facts.length, 'fact')} (${counted(plain, 'plain one')}, ${counted(disputed, 'disputed one')}), ${counted(sources.size, 'source')}, ${counted(evidence.length, 'piece of evidence', 'pieces of evidence')}</dd></div>
</dl>
<p class="kind">Every fact stands under the words of its source. One with a dashed frame is not plain: planned, alleged, denied or only said by someone; its page says which.</p>
`;
}

function byClass({ entities, ontology }: Knowledge): [string, KnownEntity[]][] {
  const classes = new Map<string, KnownEntity[]>();
  for (const entity of entities.values()) {
    const list = classes.get(entity.class);
    if (list) list.push(entity);
    else classes.set(entity.class, [entity]);
  }
  const labelled = sortedBy(classes, ([name]) => `${ontology.classes.get(name)?.label ?? name}\n${name}`);
  return labelled.map(([name, list]) => [name, sortedBy(list, (entity) => entity.name)]);
}
