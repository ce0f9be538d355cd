/**
 * Wrong calls of the library that must not compile: `tsc -p tsconfig.json` fails when one of them does, since its
 * `@ts-expect-error` is then without an error. None of these functions is ever run.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as factweave from '../src/index.ts';

declare const parsed: factweave.Parsed;
declare const knowledge: factweave.Knowledge;
declare const fact: factweave.KnownFact;
declare const entity: factweave.EntityId;
declare const source: factweave.SourceId;
declare const problems: factweave.Problems;
declare const project: factweave.OpenProject;
declare const graph: factweave.PlacedGraph;

const wrongCalls = [
  function idsAreNotTexts() {
    // @ts-expect-error a text is no entity id until `parseId` says so
    const id: factweave.EntityId = 'rust';
    // @ts-expect-error a source id is no entity id
    const other: factweave.EntityId = source;
    // @ts-expect-error an entity id is no source id
    knowledge.sources.get(entity);
    // @ts-expect-error a text is no key of the entities
    knowledge.entities.get('rust');
    // @ts-expect-error `parseId` may find that it is none
    const parsedId: factweave.EntityId = factweave.parseId<factweave.EntityId>('rust');
    // @ts-expect-error a fact id starts with f-
    const factId: factweave.FactId = 'e-12';
    return [id, other, parsedId, factId];
  },

  function problemsHaveTheirValues() {
    // @ts-expect-error there is no such code
    problems.add('unknown-film', undefined, { id: 'x' });
    // @ts-expect-error the code wants an id
    problems.add('unknown-entity', undefined, {});
    // @ts-expect-error the values of another code
    problems.add('missing-source', undefined, { id: 'x' });
    // @ts-expect-error a place has a file, a line and a column
    problems.add('missing-source', { line: 1 }, {});
    // @ts-expect-error the severity follows from the code
    factweave.diagnostic('missing-source', undefined, {}, 'warning');
    const [first] = problems.diagnostics;
    // @ts-expect-error which values there are depends on the code
    const id: string | undefined = first?.params.id;
    return id;
  },

  function whatIsReadIsNotChanged() {
    // @ts-expect-error facts are read only
    knowledge.facts.push(fact);
    // @ts-expect-error so are maps
    knowledge.entities.delete(entity);
    // @ts-expect-error so are the parts of facts
    fact.status = 'asserted';
    // @ts-expect-error so are settings
    project.settings.view.communities = false;
  },

  function unionsAreClosed() {
    // @ts-expect-error there is no such status
    const status: factweave.Status = 'rumoured';
    // @ts-expect-error an object is an entity or a literal, which have no text in common
    const text: string = fact.object.text;
    // @ts-expect-error an unknown object has no id
    const object: factweave.FactObject = { kind: 'unknown', id: entity };
    // @ts-expect-error there is no such reason
    const reason: factweave.NotPlainReason = 'boring';
    // @ts-expect-error a link has no datatype
    const datatype = (relation: factweave.Relation) => relation.datatype;
    // @ts-expect-error graph formats are made from the placed graph
    factweave.FORMATS.get('json')?.write(knowledge, { problems, losses: new Map() });
    return [status, text, object, reason, datatype];
  },

  function stagesHaveTheirOrder() {
    // @ts-expect-error weaving wants what was read
    factweave.weave(project, knowledge, problems);
    // @ts-expect-error what was read is no knowledge yet
    factweave.view(parsed);
    // @ts-expect-error a view has no positions yet
    factweave.draw(graph, project.settings);
    // @ts-expect-error problems are always asked for
    factweave.read(project);
    // @ts-expect-error an option that there is not
    factweave.view(knowledge, { colour: 'blue' });
    // @ts-expect-error undefined is no value of an option
    factweave.view(knowledge, { communities: undefined });
    // @ts-expect-error exports want a folder
    factweave.exportProject({ knowledge, graph, settings: project.settings }, {}, problems);
  },
];

describe('wrong calls', () => {
  it('are those of this file, each with the reason why it must not compile', () => {
    const text = readFileSync(new URL(import.meta.url), 'utf8');
    const expected = [...text.matchAll(/^ +\/\/ @ts-expect-error (.+)$/gm)];
    expect(expected.length).toBeGreaterThanOrEqual(25);
    expect(new Set(expected.map(([, reason]) => reason)).size).toBe(expected.length);
    expect(wrongCalls.length).toBe(5);
  });
});

describe('the library', () => {
  it('is all of this', () => {
    const names = Object.keys(factweave);
    for (const name of [
      'openProject',
      'read',
      'weave',
      'draw',
      'build',
      'exportProject',
      'verifyFolder',
      'toGraphology',
      'FORMATS',
    ])
      expect(names).toContain(name);
  });

  it('does in a program what the commands do', () => {
    const found = new factweave.Problems();
    const opened = factweave.openProject('data/starter', found);
    if (!opened) throw new Error('the starter does not open');
    const stages: string[] = [];
    const listener = { end: (stage: string) => void stages.push(stage), progress: () => {} };
    const made = factweave.build(opened, found, listener);
    expect(found.errors).toBe(0);
    expect(stages).toEqual(['read', 'parse', 'merge', 'check', 'view', 'layout']);
    const format = factweave.FORMATS.get('nquads');
    if (format?.input !== 'knowledge' || !('write' in format)) throw new Error('no N-Quads');
    const text = [...format.write(made.knowledge, { problems: found, losses: new Map() })].join('');
    expect(text.split('\n').length).toBeGreaterThan(50);
    const id = factweave.parseId<factweave.EntityId>('low-tide');
    expect(id && made.knowledge.entities.get(id)?.name).toBe('Low Tide');
    expect(factweave.toGraphology(made.graph.view).order).toBe(made.graph.view.nodes.count);
  });
});
