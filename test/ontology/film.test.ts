/** The shipped ontology against the tables of its design, against the vocabularies it reuses, and in its colours. */
import { describe, expect, it } from 'vitest';
import { CERTAINTIES, STATUSES } from '../../src/facts/facts.ts';
import { lintOntology } from '../../src/ontology/lint.ts';
import type { Link, Property } from '../../src/ontology/ontology.ts';
import { distance, VISIONS } from './colourVision.ts';
import { loadFilm } from './files.ts';
import { readVocabularies } from './vocabularies.ts';

const ontology = loadFilm();
const links = [...ontology.relations.values()].filter((each): each is Link => each.kind === 'link');
const properties = [...ontology.relations.values()].filter(
  (each): each is Property => each.kind === 'property',
);

/** `name subject → object` with classes in byte order; `<` after a link whose edge runs against the fact. */
const showLink = (each: Link) =>
  `${each.name} ${each.subjectClasses.join()} → ${each.objectClasses.join()}${each.reversed ? ' <' : ''}`;

describe('the film ontology', () => {
  it('has no finding of the linter, reused terms included', () => {
    expect(lintOntology(ontology, readVocabularies())).toEqual([]);
  });

  it('has the classes of the design', () => {
    const shown = [...ontology.classes.values()].map((each) => each.lineage.join(' < '));
    expect(shown).toEqual([
      'Agreement',
      'Article < Work',
      'AwardEvent < Event',
      'Death < Event',
      'Event',
      'Film < Work',
      'Filming < Event',
      'Interview < Event',
      'LegalDecision < Event',
      'LegalProceeding < Event',
      'Organization',
      'Person',
      'Place',
      'Screening < Event',
      'Series < Work',
      'Story < Work',
      'Work',
    ]);
    expect(ontology.classes.get('Person')?.disjointWith).toContain('Organization');
  });

  it('has the links of the design', () => {
    expect(links.map(showLink)).toEqual([
      'about Event → Agreement,Event,Organization,Person,Place,Work',
      'actor Work → Person <',
      'basedOn Work → Work',
      'borrower Agreement → Organization,Person',
      'cinematographer Work → Person <',
      'composer Work → Person <',
      'copyrightHolder Work → Organization,Person <',
      'covers Agreement → Work',
      'crewMember Work → Person <',
      'deceased Event → Person <',
      'defendant Event → Organization,Person <',
      'director Work → Person <',
      'distributor Work → Organization <',
      'editor Work → Person <',
      'executiveProducer Work → Person <',
      'filmingOf Event → Work',
      'financier Work → Organization,Person <',
      'founder Organization → Organization,Person <',
      'guarantor Agreement → Organization,Person',
      'lender Agreement → Organization,Person',
      'licensee Agreement → Organization,Person',
      'licensor Agreement → Organization,Person',
      'location Event → Place',
      'memberOf Person → Organization',
      'nominee AwardEvent → Organization,Person,Work <',
      'ownedBy Organization → Organization,Person',
      'parentOrganization Organization → Organization,Person',
      'partOf Work → Work',
      'participant Event → Organization,Person <',
      'producer Work → Organization,Person <',
      'productionCompany Work → Organization <',
      'productionDesigner Work → Person <',
      'relatedWork Event → Work',
      'representedBy Person → Organization,Person',
      'salesAgent Work → Organization <',
      'screenwriter Work → Person <',
      'spouse Person → Person',
      'storyBy Work → Person <',
      'superEvent Event → Event',
      'winner AwardEvent → Organization,Person,Work <',
      'worksFor Person → Organization',
    ]);
    expect(links.filter((each) => each.symmetric).map((each) => each.name)).toEqual(['spouse']);
  });

  it('has the properties of the design', () => {
    const shown = properties.map(
      (each) => `${each.name} ${each.list ?? each.datatype}${each.functional ? ' functional' : ''}`,
    );
    expect(shown).toEqual([
      'agreementKind agreementKind',
      'amount decimal',
      'birthDate date functional',
      'budgetClass string',
      'charge string',
      'deathDate date functional',
      'dissolutionDate date functional',
      'endDate date functional',
      'exclusive boolean',
      'foundingDate date functional',
      'genre string',
      'identifier token functional',
      'language token',
      'media rightsMedium',
      'name string',
      'occupation string',
      'outcome outcome',
      'plannedStartDate date functional',
      'release date functional',
      'share decimal',
      'startDate date functional',
      'state agreementState functional',
      'term date',
      'territoryExcluded territory',
      'territoryIncluded territory',
    ]);
  });

  it('tells facts apart by the discriminating qualifiers of the design', () => {
    const discriminating = [...ontology.relations.values()].flatMap((each) =>
      [...each.qualifiers].filter(([, how]) => how.discriminating).map(([name]) => `${each.name} ${name}`),
    );
    expect(discriminating).toEqual([
      'amount currency',
      'distributor rightsMedium',
      'distributor territory',
      'identifier scheme',
      'memberOf startDate',
      'release releaseKind',
      'release territory',
      'salesAgent rightsMedium',
      'salesAgent territory',
      'spouse startDate',
      'worksFor startDate',
    ]);
  });

  it('shows the outcome beside a defendant', () => {
    expect(ontology.relations.get('defendant')).toMatchObject({
      showWith: [
        [{ relation: 'outcome', inverse: false }],
        [
          { relation: 'superEvent', inverse: true },
          { relation: 'outcome', inverse: false },
        ],
        [
          { relation: 'superEvent', inverse: true },
          { relation: 'startDate', inverse: false },
        ],
      ],
    });
    expect(ontology.lists.get('outcome')?.concepts.has('dismissed')).toBe(true);
  });

  it('lists the statuses and certainties that facts can have', () => {
    const names = (list: string) => [...(ontology.lists.get(list)?.concepts.keys() ?? [])];
    expect(names('status')).toEqual([...STATUSES].sort());
    expect(names('certainty')).toEqual([...CERTAINTIES].sort());
  });

  it('uses all its lists and qualifiers', () => {
    const valued = [...ontology.qualifiers.values(), ...properties];
    const used = new Set([...valued.map((each) => each.list), 'status', 'certainty']);
    expect([...ontology.lists.keys()].filter((name) => !used.has(name))).toEqual([]);
    const carried = new Set([...ontology.relations.values()].flatMap((each) => [...each.qualifiers.keys()]));
    const idle = [...ontology.qualifiers.values()].filter(
      (each) => !each.universal && !carried.has(each.name),
    );
    expect(idle.map((each) => each.name)).toEqual([]);
  });
});

describe('the colours', () => {
  const roots = [...ontology.classes.values()].filter((each) => each.parents.length === 0);
  const common = [
    'director',
    'actor',
    'producer',
    'screenwriter',
    'cinematographer',
    'financier',
    'salesAgent',
  ];
  const commonColours = [...common, 'distributor', 'worksFor', 'defendant', 'participant', 'relatedWork'].map(
    (name) => links.find((each) => each.name === name)?.colour ?? '',
  );

  // Distances in OKLab: 0.02 is just noticeable side by side.
  it.each(VISIONS)('of the top classes are well apart with %s vision', (vision) => {
    expect(
      closest(
        roots.map((each) => each.colour),
        vision,
      ),
    ).toBeGreaterThan(0.12);
  });

  it.each(VISIONS)('of the common links are apart with %s vision', (vision) => {
    expect(closest(commonColours, vision)).toBeGreaterThan(0.08);
  });
});

function closest(colours: readonly string[], vision: (typeof VISIONS)[number]): number {
  const distances = colours.flatMap((a, i) => colours.slice(i + 1).map((b) => distance(a, b, vision)));
  return Math.min(...distances);
}
